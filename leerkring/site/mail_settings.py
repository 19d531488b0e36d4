"""Settings of the mail that goes out; read by `settings.py`."""

from leerkring.site import environment

# In the demo mail is caught and can be read in the browser; elsewhere, unless told, it is printed.
if environment.flag("DEMO"):
    _BACKEND = "leerkring.site.demo.postbox.EmailBackend"
else:
    _BACKEND = "django.core.mail.backends.console.EmailBackend"
EMAIL_BACKEND = environment.text("EMAIL_BACKEND", _BACKEND)
EMAIL_HOST = environment.text("EMAIL_HOST", "localhost")
EMAIL_PORT = int(environment.text("EMAIL_PORT", "25"))
EMAIL_HOST_USER = environment.text("EMAIL_USER", "")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_PASSWORD", "")
EMAIL_USE_TLS = environment.flag("EMAIL_TLS")
EMAIL_TIMEOUT = 30  # seconds; far less than the lease on a mail (handing_over_actions)
DEFAULT_FROM_EMAIL = environment.text("EMAIL_FROM", "Leerkring <noreply@leerkring.example>")
