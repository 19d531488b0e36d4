"""Pages of questions, a module for each thing that people do."""
