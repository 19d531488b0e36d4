"""A page from its first stop to its last, with nothing but Tab."""

from typing import Literal

from playwright.sync_api import Page

Role = Literal["button", "link", "radio"]
MOST_KEYS = 150
FURTHER = 40  # keys more than there are stops: a field of a date has several
STOPS = """() => {
  const kinds = "a[href], button, input, select, textarea, summary, [tabindex]";
  const called = (at) => at.ariaLabel || at.labels?.[0]?.innerText || at.innerText || at.name;
  const reached = (at) => at.tabIndex >= 0 && !at.disabled && at.type !== "hidden"
    && at.checkVisibility({ visibilityProperty: true });
  const stops = [...document.querySelectorAll(kinds)].filter(reached).filter((at) => {
    if (at.type !== "radio") return true; // of a group one: that is ticked, or else the first
    const group = [...document.getElementsByName(at.name)].filter((each) => each.form === at.form);
    return at === (group.find((each) => each.checked) ?? group.find(reached));
  });
  window.stops = stops;
  return stops.map((at) => called(at).trim());
}"""
HERE = """() => {
  const at = document.activeElement;
  const isTick = at.matches("input[type=radio], input[type=checkbox]");
  const around = isTick ? [at.parentElement, at.nextElementSibling] : [at.closest(".card")];
  const rings = [at, ...around].filter(Boolean).flatMap(
    (each) => [getComputedStyle(each), getComputedStyle(each, "::after")],
  );
  const shown = isTick ? at.parentElement : at;
  const place = shown.getBoundingClientRect();
  const middle = (place.left + place.right) / 2;
  const above = [place.top + 2, (place.top + place.bottom) / 2, place.bottom - 2].map(
    (height) => document.elementFromPoint(middle, height),
  ); // what is stuck to an edge may lie over a part of it, not over all
  return {
    number: window.stops.indexOf(at),
    seen: rings.some((ring) => ring.outlineStyle !== "none")
      && above.some((each) => each && (shown.contains(each) || each.contains(shown))),
    left: place.left, right: place.right, top: place.top + scrollY, bottom: place.bottom + scrollY,
  };
}"""


def walk_through(page: Page) -> None:
    """From where it is: every stop is reached, once and in the order of the page, one sees where
    one is, and after the last the first one comes."""
    names = page.evaluate(STOPS)
    walked: list[int] = []
    before = None
    for _ in range(len(names) + FURTHER):
        page.keyboard.press("Tab")
        at = page.evaluate(HERE)
        number = at["number"]
        if number < 0:  # outside the page, between its last stop and its first
            before = None
            continue
        if walked and number == walked[0] and len(walked) > 1:
            break
        assert at["seen"], f"nobody sees that «{names[number]}» has the focus on {page.url}"
        if walked and number == walked[-1]:
            continue  # another part of the same field
        if before and before["left"] < at["right"] and at["left"] < before["right"]:
            above = at["bottom"] <= before["top"] and number
            assert not above, f"«{names[number]}» stands above the stop before it on {page.url}"
        walked.append(number)
        before = at
    wanted = [(walked[0] + step) % len(names) for step in range(len(names))]
    assert walked == wanted, (page.url, [names[number] for number in walked], names)


def reach(page: Page, role: Role, name: str) -> None:
    """Press Tab until the thing of this role that is called so has the focus, and shows it."""
    page.evaluate(STOPS)
    target = page.get_by_role(role, name=name).first
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        if target.evaluate("at => at === document.activeElement"):
            assert page.evaluate(HERE)["seen"], f"nobody sees that «{name}» has the focus"
            return
    raise AssertionError(f"Tab never reaches «{name}» on {page.url}")
