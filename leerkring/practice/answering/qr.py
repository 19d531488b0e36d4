"""A QR code as a drawing of our own: black squares, no script, no picture from elsewhere."""

import qrcode

from leerkring.foundation.design.drawing import Markup

QUIET = 4  # modules of white around the code, as the standard asks


def qr_svg(content: str, *, label: str = "QR-code") -> Markup:
    """`content` as an SVG; only figures stand in it, so nothing needs escaping but the label."""
    code = qrcode.QRCode(border=QUIET, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(content)
    rows = code.get_matrix()
    size = len(rows)
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 {size} {size}" '
        f'role="img" aria-label="{label}"><rect width="{size}" height="{size}" fill="#fff"/>'
        f'<path d="{path}" fill="#000"/></svg>'
    )
