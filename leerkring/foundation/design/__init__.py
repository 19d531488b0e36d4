"""How the house looks: components, base templates, stylesheets, charts and the gallery."""
