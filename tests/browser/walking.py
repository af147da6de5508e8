"""Readers who walk through a site: one who has only a keyboard, one who has only a finger."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

PHONE = {"width": 390, "height": 844}
LEAST_TARGET = 24
"""Pixels that a target must measure both ways (WCAG 2.2, 2.5.8), unless it stands in a sentence."""
LEAST_BUTTON = 44
"""Pixels that a button must be high."""

MOST_STEPS = 45
"""Presses of Tab from where one is to what one wants, the skip link used."""

_FOCUSED = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const seen = [...element.getClientRects()].some((box) => {
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return at && (element.contains(at) || at.contains(element));
  });
  return {
    what: `${element.localName} ${element.getAttribute("href") ?? element.textContent.trim().slice(0, 30)}`,
    isRinged: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen,
  };
}"""
# A link may spread over the whole card it stands in.
_TARGET = """(element) => {
  const isSpread = getComputedStyle(element, "::after").position === "absolute";
  const { width, height } = (isSpread ? element.offsetParent : element).getBoundingClientRect();
  const isInSentence = getComputedStyle(element).display === "inline" && element.parentElement.matches("p, dd, sup");
  return { width, height, isInSentence, isButton: element.localName === "button" };
}"""


class Reader(ABC):
    """Someone at a page, who reaches what the tests name and nothing else."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def goes(self, wanted: Locator) -> None:
        """Follow a link; fails unless another page or another part of this one comes."""
        self.finds(wanted)
        before = self.page.url
        self.presses(wanted)
        self.page.wait_for_url(lambda url: url != before)

    @abstractmethod
    def finds(self, wanted: Locator) -> None:
        """Come to something that could be used: a telephone number."""

    @abstractmethod
    def presses(self, wanted: Locator) -> None:
        """Press what was found."""

    def uses(self, wanted: Locator) -> None:
        """Press a button."""
        self.finds(wanted)
        self.presses(wanted)

    @abstractmethod
    def writes(self, wanted: Locator, text: str) -> None:
        """Write into a line."""

    @abstractmethod
    def chooses(self, wanted: Locator, label: str) -> None:
        """Choose from a list by what it says."""


class Typist(Reader):
    """Has only a keyboard. Whatever takes the focus on the way must be there to see, with a ring around it."""

    def finds(self, wanted: Locator) -> None:
        """Press Tab until the focus is there, past the menu by the skip link, and on from the top after the end."""
        is_in_menu = wanted.evaluate("element => Boolean(element.closest('header.masthead'))")
        for _ in range(MOST_STEPS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement === document.body"):
                continue
            self._checks()
            if wanted.evaluate("element => element === document.activeElement"):
                return
            if not is_in_menu and self.page.evaluate("document.activeElement.matches('.skip')"):
                self.page.keyboard.press("Enter")
        raise AssertionError(f"more than {MOST_STEPS} steps to {wanted} on {self.page.url}")

    def _checks(self) -> None:
        found: Mapping[str, Any] = self.page.evaluate(_FOCUSED)
        place = f"{found['what']} on {self.page.url}"
        assert found["isRinged"], f"no ring around {place}"
        assert found["seen"], f"something hides {place}"

    def presses(self, wanted: Locator) -> None:
        assert wanted.evaluate("element => element === document.activeElement")
        self.page.keyboard.press("Enter")

    def writes(self, wanted: Locator, text: str) -> None:
        if not wanted.evaluate("element => element === document.activeElement"):
            self.finds(wanted)
        self.page.keyboard.type(text)

    def chooses(self, wanted: Locator, label: str) -> None:
        self.finds(wanted)
        for _ in range(wanted.locator("option").count()):
            if wanted.evaluate("element => element.selectedOptions[0].text") == label:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{label} is not to be chosen")


class Toucher(Reader):
    """Has only a finger. Whatever is tapped must be large enough."""

    def finds(self, wanted: Locator) -> None:
        """Bring it into sight; it must be large enough to tap."""
        wanted.scroll_into_view_if_needed()
        target: Mapping[str, Any] = wanted.evaluate(_TARGET)
        least = LEAST_BUTTON if target["isButton"] else LEAST_TARGET
        is_large = target["width"] >= LEAST_TARGET and target["height"] >= least
        assert is_large or target["isInSentence"], f"{wanted} on {self.page.url} is too small: {target}"

    def presses(self, wanted: Locator) -> None:
        wanted.tap()

    def writes(self, wanted: Locator, text: str) -> None:
        self.uses(wanted)
        expect(wanted).to_be_focused()
        wanted.press_sequentially(text)

    def chooses(self, wanted: Locator, label: str) -> None:
        self.finds(wanted)
        wanted.select_option(label=label)


WAYS: Mapping[str, Callable[[Page], Reader]] = {"keyboard": Typist, "touch": Toucher}
