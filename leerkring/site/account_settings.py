"""Settings of signing in: allauth's. What an installation chooses is LEERKRING_OIDC."""

from leerkring.site import environment, oidc

ACCOUNT_ADAPTER = "leerkring.site.accounts.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
# Nobody is in before an address is proven. That also lets allauth keep silent about addresses
# which others have: it mails, instead of telling on the page.
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_FORMS = {
    "set_password": "leerkring.site.account_forms.FirstPasswordForm",
    "change_password": "leerkring.site.account_forms.OtherPasswordForm",
    "reset_password_from_key": "leerkring.site.account_forms.ForgottenPasswordForm",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Leerkring] "
# Per network address generous: a whole office is behind one.
ACCOUNT_RATE_LIMITS = {"join": "60/10m/ip,5/15m/key", "join_code": "120/10m/ip"}
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "activate_totp": "leerkring.site.account_forms.AppForm",
    "add_webauthn": "leerkring.site.passkey_forms.AddPasskeyForm",
    "edit_webauthn": "leerkring.site.passkey_forms.EditPasskeyForm",
}
MFA_TOTP_ISSUER = "Leerkring"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not environment.flag("HTTPS")  # browsers allow localhost only
SOCIALACCOUNT_ADAPTER = "leerkring.site.accounts.SocialAccountAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": oidc.providers(environment.text("OIDC", "")),
        "OAUTH_PKCE_ENABLED": True,
    }
}
