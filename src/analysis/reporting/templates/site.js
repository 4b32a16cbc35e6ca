// Theme, contents, figure zoom, copying and the index's filters. Every page works without it.
"use strict";
const root = document.documentElement;
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

function remembered(theme) { // some browsers keep nothing for pages of the file system
  try {
    if (theme) localStorage.setItem("theme", theme);
    return localStorage.getItem("theme");
  } catch {
    return theme;
  }
}
function dress(theme) {
  if (theme) root.dataset.theme = theme;
}
dress(remembered());

document.addEventListener("DOMContentLoaded", () => {
  for (const part of all("[data-script]")) part.hidden = false;
  startTheme(document.querySelector("button.theme"));
  if (matchMedia("(max-width: 64rem)").matches) {
    for (const part of all(".contents details")) part.open = false;
  }
  for (const button of all("button.enlarge")) button.onclick = () => enlarge(button);
  for (const button of all("button.copy")) button.onclick = () => copy(button);
  const sections = all("section.reports");
  if (sections.length) startIndex(sections);
});

function startTheme(button) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", isDark());
  button.onclick = () => {
    dress(remembered(isDark() ? "light" : "dark"));
    show();
  };
  system.onchange = show;
  show();
}

function enlarge(button) {
  const dialog = document.querySelector("dialog.zoom");
  const chart = button.closest("figure").querySelector(".chart");
  dialog.querySelector(".canvas").replaceChildren(chart.firstElementChild.cloneNode(true));
  dialog.showModal();
}

function copy(button) {
  getSelection().selectAllChildren(button.previousElementSibling);
  if (document.execCommand("copy")) button.textContent = button.dataset.done;
}

// The index: what is searched and chosen stands in the address, behind the #.
function startIndex(sections) {
  const texts = new Map(all(".card").map((card) => [card, fold(card.textContent)]));
  const languages = sections.map((section) => section.lang);

  function fits(card, wanted) {
    return Object.entries(wanted).every(([name, value]) => {
      if (name === "text") return value.every((word) => texts.get(card).includes(word));
      return !value || card.dataset[name]?.split("|").includes(value);
    });
  }

  function filter(section) {
    const form = section.querySelector("form");
    const cards = all(".card", section);
    const given = Object.fromEntries(new FormData(form));
    const wanted = { ...given, text: fold(given.text).split(/\s+/) };
    for (const card of cards) card.hidden = !fits(card, wanted);
    for (const option of all("option", form)) {
      const other = { ...wanted, [option.parentElement.name]: option.value };
      option.disabled = option.value && !cards.some((card) => fits(card, other));
    }
    const output = section.querySelector("output");
    const counts = { shown: cards.filter((card) => !card.hidden).length, all: cards.length };
    output.textContent = output.dataset.count.replace(/\{(\w+)\}/g, (_, name) => counts[name]);
    const chosen = Object.entries(given).filter(([, value]) => value.trim());
    const address = (language) => `#${new URLSearchParams([["language", language], ...chosen])}`;
    for (const link of all("header nav a")) link.href = address(link.lang);
    history.replaceState(null, "", address(section.lang));
  }

  function open() {
    const state = new URLSearchParams(location.hash.slice(1));
    const asked = [state.get("language"), ...navigator.languages.map((each) => each.slice(0, 2))];
    const language = asked.find((each) => languages.includes(each)) ?? languages[0];
    root.lang = language;
    for (const link of all("header nav a")) {
      link.setAttribute("aria-current", link.lang === language);
    }
    for (const section of sections) {
      section.hidden = section.lang !== language;
      if (section.hidden) continue;
      for (const field of all("[name]", section)) field.value = state.get(field.name) ?? "";
      for (const select of all("select", section)) select.selectedIndex = Math.max(0, select.selectedIndex);
      document.title = `${section.querySelector("h1").textContent} – parkspread`;
      filter(section);
    }
  }

  for (const section of sections) {
    const form = section.querySelector("form");
    form.oninput = () => filter(section);
    form.onreset = () => setTimeout(() => filter(section));
    form.onsubmit = (event) => event.preventDefault();
  }
  addEventListener("hashchange", open);
  open();
}

function fold(text) { // "Đắk Lắk" is found by "dak lak"
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").trim();
}
