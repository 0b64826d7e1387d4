"""The pages as people see them: in both languages, wide and narrow, without JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

WIDE, NARROW = 1440, 390
START = "/"
ANSWER = "/questions/benchmarks?place=青岛"
LANGUAGES = ("zh", "en")

Open = Callable[..., "Visit"]


@dataclass
class Visit:
    """A page, what its console said, and where its requests went."""

    page: Page
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a path of the server in a language, at a width, with JavaScript or without."""
    contexts = []

    def opened(path: str, *, lang: str = "zh", width: int = WIDE, scripts: bool = False) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
        contexts.append(context)
        visit = Visit(context.new_page())
        visit.page.on("console", lambda message: visit.console.append(message.text))
        visit.page.on("pageerror", lambda error: visit.console.append(str(error)))
        visit.page.on("request", lambda request: visit.requests.append(request.url))
        response = visit.page.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={lang}")
        assert response is not None
        assert response.status == 200
        return visit

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", [START, ANSWER])
def test_a_page_is_whole(path: str, lang: str, width: int, visit: Open, address: str) -> None:
    opened = visit(path, lang=lang, width=width, scripts=True)
    assert opened.console == []
    assert {request.startswith(address) for request in opened.requests} == {True}
    assert opened.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert opened.page.evaluate(OVERLAPS) == []
    expect(opened.page.locator("html")).to_have_attribute("lang", "zh-CN" if lang == "zh" else "en")


OVERLAPS = """() => {
  // elements with text of their own whose boxes are cut off by the box around them, or leave the window
  const cut = [];
  for (const element of document.querySelectorAll('main *, header *, footer *')) {
    if (element.closest('.scroll')) continue;
    const text = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (!text) continue;
    const box = element.getBoundingClientRect();
    const hidden = getComputedStyle(element).overflow !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    if (hidden || box.left < -1 || box.right > window.innerWidth + 1) cut.push(element.outerHTML.slice(0, 120));
  }
  return cut;
}"""


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_start_page_answers_without_scripts(lang: str, width: int, visit: Open) -> None:
    page = visit(START, lang=lang, width=width).page
    third = page.locator(".cohort", has_text="第三批")
    for host in ("深圳创新投资集团", "平安证券", "华润集团", "腾讯集团", "前海母基金"):
        expect(third.locator(".host", has_text=host)).to_be_visible()
    expect(third.locator(".figures")).to_contain_text("79")
    expect(third.locator("blockquote mark").first).to_be_visible()
    expect(page.locator(".host", has_text="竹云科技")).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_asking_for_another_city_without_scripts(lang: str, visit: Open) -> None:
    page = visit(START, lang=lang).page
    page.locator("input[name=city]").fill("上海")
    page.locator("form button").click()
    expect(page.locator("input[name=city]")).to_have_value("上海")
    expect(page.locator(".cohort").first).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN" if lang == "zh" else "en")


def test_an_unknown_city_brings_links_to_the_nearest(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    response = page.goto(f"{address}/?city=深镇&lang=zh")
    assert response is not None
    assert response.status == 404
    page.locator(".notice a", has_text="深圳市").click()
    expect(page.locator(".cohort").first).to_be_visible()
    page.close()


def test_the_other_language_keeps_what_was_asked(visit: Open) -> None:
    page = visit("/?city=上海", lang="zh").page
    page.locator(".languages a").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("input[name=city]")).to_have_value("上海")


def test_every_link_of_the_start_page_leads_somewhere(visit: Open, address: str) -> None:
    page = visit(START).page
    links = {str(link.get_attribute("href")) for link in page.locator("aside a, footer a").all()}
    assert len(links) > 10
    for link in links:
        assert page.request.get(f"{address}{link}").status == 200, link


def test_an_answer_page_shows_rows_with_their_sentences(visit: Open) -> None:
    page = visit(ANSWER).page
    assert page.locator("tbody tr").count() >= 3
    expect(page.locator("tbody tr").first.locator("blockquote")).to_be_visible()
