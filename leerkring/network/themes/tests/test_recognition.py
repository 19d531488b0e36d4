"""Which themes a text names."""

import pytest

from leerkring.network.themes.recognition import themes_said

NAMES = [
    (1, "Schulden"),
    (1, "Geldzorgen"),
    (2, "Eigen regie"),
    (3, "GGZ in de wijk"),
    (3, "GGZ"),
    (4, "Samenwerken met de huisarts"),
    (4, "Huisarts"),
    (5, "POH-jeugd"),
    (6, "  "),
    (7, "Zichtbaarheid"),
]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Eerst rust over de schuld, dan de rest.", (1,)),
        ("Een cursus schuldhulpverlening.", (1,)),  # as the beginning of a longer word
        ("GELDZORGEN? Bel de huisartsen.", (1, 4)),
        ("De kaart met geldzorgenhulp", (1,)),  # the stemmer makes ldzorgenhulp of it
        ("Je houdt je eigen regie.", (2,)),
        ("De regie is van het gezin, het plan is ons eigen.", ()),  # not in a row
        ("De ggz belt terug.", (3,)),
        ("Ggzinstelling", ()),  # three letters begin too many words
        ("Bel de poh-jeugd.", (5,)),
        ("Met onschuldige gezichten", ()),
        ("We houden zicht op wie er ontbreekt.", ()),
        ("Meer zichtbaarheid hebben we niet nodig.", (7,)),
        ("", ()),
    ],
)
def test_a_text_is_about_a_theme_that_it_names(text: str, about: tuple[int, ...]) -> None:
    assert themes_said(text, NAMES) == about


def test_without_names_a_text_is_about_nothing() -> None:
    assert themes_said("Schulden", []) == ()
