/* The page's script: follows the voice, keeps the reading settings while the page is open, leaves at once. */
(() => {
  "use strict";
  const root = document.documentElement;
  const part = (name) => document.getElementById("ui-" + name);
  const data = JSON.parse(part("data").textContent);
  const isRtl = root.dir === "rtl";
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const announce = (text) => { part("status").textContent = text; };
  const isControl = (node) =>
    node instanceof Element && node.closest("a, button, input, select, textarea, audio, summary, section[tabindex]");

  root.classList.add("scripted");
  document.querySelectorAll("[data-scripted]").forEach((node) => { node.hidden = false; });
  const audio = part("audio");
  leaving();
  settings();
  const reader = audio ? listening() : null;
  languages(reader);

  /* The quick exit: a link, or Shift three times within five seconds. Nothing is stored, so nothing is left. */
  function leaving() {
    const links = Array.from(document.querySelectorAll("[data-exit]"));
    if (!links.length) return;
    const title = document.title;
    const bar = document.querySelector(".exit");
    let presses = 0, alone = false, timer = 0;

    const measure = () => root.style.setProperty("--top", bar.offsetHeight + "px");
    measure();
    addEventListener("resize", measure);

    function forget() {
      clearTimeout(timer);
      presses = 0;
      announce("");
    }
    function leave(event) {
      if (event) event.preventDefault();
      root.classList.add("veil");
      document.title = new URL(links[0].href).hostname;
      if (audio) audio.pause();
      part("veil").textContent = data.words.leaving;
      location.replace(links[0].href);
    }
    function press() {
      presses += 1;
      if (presses === 1) timer = setTimeout(forget, 5000);
      if (presses >= 3) return leave();
      announce(presses === 1 ? data.words.two : data.words.one);
    }

    links.forEach((link) => link.addEventListener("click", leave));
    addEventListener("keydown", (event) => {
      const isShift = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (isShift && !event.repeat) alone = true;
      else if (!isShift) { alone = false; if (presses) forget(); }
    }, true);
    addEventListener("keyup", (event) => {
      if (event.key === "Shift" && alone) { alone = false; press(); }
    }, true);
    addEventListener("pageshow", () => {
      root.classList.remove("veil");
      document.title = title;
      part("veil").textContent = "";
      forget();
    });
  }

  /* Size, colours, spacing: they last until the page is left, because storage would tell that it was read. */
  function settings() {
    const panel = part("settings"), open = part("open");
    if (!panel) return;
    part("player").hidden = false;
    let size = 100;

    function toggle(show) {
      panel.hidden = !show;
      open.setAttribute("aria-expanded", String(show));
    }
    function resize(to) {
      size = Math.min(250, Math.max(75, to));
      root.style.setProperty("--size", String(size / 100));
      part("size").textContent = data.percent.replace("100", String(size));
      if (to !== 100) announce(data.words.size.replace("{}", part("size").textContent));
    }
    function choose(select) { root.setAttribute("data-" + select.dataset.setting, select.value); }

    open.addEventListener("click", () => toggle(panel.hidden));
    part("player").addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !panel.hidden) { toggle(false); open.focus(); }
    });
    part("smaller").addEventListener("click", () => resize(size - 25));
    part("larger").addEventListener("click", () => resize(size + 25));
    const selects = Array.from(panel.querySelectorAll("select"));
    selects.forEach((select) => select.addEventListener("change", () => choose(select)));
    part("reset").addEventListener("click", () => {
      resize(100);
      selects.forEach((select) => { select.selectedIndex = 0; choose(select); });
    });
    if (isRtl) {
      panel.querySelectorAll("[data-key]").forEach((key) => {
        key.textContent = key.dataset.key === "next" ? "←" : "→";
      });
    }
  }

  /* The voice and the text: each sentence knows when it is said. */
  function listening() {
    const sentences = Array.from(document.querySelectorAll(".s[data-b]"))
      .sort((one, other) => one.dataset.b - other.dataset.b);
    const begins = sentences.map((node) => Number(node.dataset.b));
    const asides = data.asides.map((time) => time / 1000); /* "Quote from ...", "List": nobody's sentence */
    const player = part("player"), text = document.querySelector("main");
    const canPaint = "highlights" in (window.CSS || {}) && "Highlight" in window;
    if (canPaint) {
      const sheet = document.styleSheets[0];
      [
        "::highlight(word){background:var(--word);color:var(--on-word);text-decoration:underline 4px var(--line)}",
        "@media(forced-colors:active){::highlight(word){background-color:HighlightText;color:Highlight}}",
      ].forEach((rule) => sheet.insertRule(rule, sheet.cssRules.length));
    }
    const early = 0.02; /* seconds: a frame may be a little late, a seek a little short */
    let current = -1, steering = 0, words = [], word = -1, hushed = false;

    const last = (times, time) => { /* the last of the sorted times that is not after `time`, or -1 */
      let low = 0, high = times.length - 1, found = -1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        if (times[middle] <= time) { found = middle; low = middle + 1; } else high = middle - 1;
      }
      return found;
    };

    function bounds() {
      const bar = document.querySelector(".exit");
      if (getComputedStyle(player).position === "static") return [0, innerHeight]; /* low screens: the bars scroll away */
      return [bar ? bar.getBoundingClientRect().bottom : 0, player.getBoundingClientRect().top];
    }
    function inView(node, whole) {
      const box = node.getBoundingClientRect(), [top, bottom] = bounds();
      return whole ? box.top >= top + 8 && box.bottom <= bottom - 8 : box.bottom > top && box.top < bottom;
    }
    function bring(node) {
      if (inView(node, true)) return;
      steering = Date.now() + 900;
      node.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    }
    /* Whoever scrolls away from the sentence is left alone; scrolling back to it takes up following again. */
    const follows = (node) => !node || Date.now() < steering || inView(node, false);

    function mark(index, forced) {
      if (index === current && !forced) return;
      const before = sentences[current], now = sentences[index];
      const goes = forced || follows(before);
      if (before && before !== now) before.removeAttribute("aria-current");
      current = index;
      word = -1;
      hushed = false;
      words = now ? ranges(now) : [];
      if (canPaint) CSS.highlights.delete("word");
      text.classList.toggle("reading", Boolean(now));
      if (!now) return;
      now.setAttribute("aria-current", "true");
      if (goes) bring(now);
    }
    function ranges(node) {
      const times = canPaint ? data.times[node.id] || [] : [];
      if (!times.length) return [];
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), pieces = [];
      for (let length = 0; walker.nextNode(); length += walker.currentNode.length) {
        pieces.push([length, walker.currentNode]);
      }
      const starts = pieces.map((piece) => piece[0]);
      const locate = (offset) => pieces[Math.max(0, last(starts, offset))];
      return times.map(([start, end, from, to]) => {
        const range = document.createRange(), [a, first] = locate(start), [b, final] = locate(end - 1);
        range.setStart(first, Math.min(start - a, first.length));
        range.setEnd(final, Math.min(end - b, final.length));
        return { range, from: from / 1000, to: to / 1000 };
      });
    }
    function paint(time) {
      const index = last(words.map((one) => one.from), time + early);
      if (index === word) return;
      word = index;
      if (index >= 0) CSS.highlights.set("word", new Highlight(words[index].range));
      else CSS.highlights.delete("word");
    }
    /* From an announcement until the next sentence nothing is marked, but its place is kept. */
    function hush(index, time) {
      const aside = last(asides, time + early), now = aside >= 0 && asides[aside] > (begins[index] || 0);
      if (now === hushed || !sentences[index]) return;
      hushed = now;
      word = -1;
      if (canPaint) CSS.highlights.delete("word");
      if (now) sentences[index].removeAttribute("aria-current");
      else sentences[index].setAttribute("aria-current", "true");
    }
    function look() {
      const time = audio.currentTime;
      mark(audio.ended ? -1 : last(begins, time + early), false);
      hush(current, time);
      if (words.length && !hushed) paint(time);
    }
    function follow() {
      look();
      if (!audio.paused && !audio.ended) requestAnimationFrame(follow);
    }
    function seek(index, plays) {
      const to = Math.min(sentences.length - 1, Math.max(0, index));
      audio.currentTime = begins[to] + 0.001;
      mark(to, true);
      if (plays) play();
    }
    function play() {
      const started = audio.play();
      if (started) started.catch(() => player.classList.remove("playing"));
    }
    function toggle() {
      if (!audio.paused) return audio.pause();
      if (sentences[current]) mark(current, true);
      play();
    }
    const step = (by) => seek((current < 0 ? (by > 0 ? -1 : 1) : current) + by, !audio.paused);

    audio.addEventListener("play", () => {
      player.classList.add("playing");
      announce(data.words.playing);
      requestAnimationFrame(follow);
    });
    audio.addEventListener("pause", () => {
      player.classList.remove("playing");
      if (!root.classList.contains("veil")) announce(data.words.paused);
    });
    audio.addEventListener("ended", () => mark(-1, false));
    ["seeking", "seeked", "timeupdate"].forEach((name) => audio.addEventListener(name, () => {
      if (audio.currentTime > 0) look();
    }));
    part("play").addEventListener("click", toggle);
    part("prev").addEventListener("click", () => step(-1));
    part("next").addEventListener("click", () => step(1));
    part("speed").addEventListener("change", (event) => {
      audio.preservesPitch = true;
      audio.playbackRate = audio.defaultPlaybackRate = Number(event.target.value);
    });
    sentences.forEach((node) => { node.tabIndex = -1; });
    text.addEventListener("click", (event) => {
      const node = event.target.closest(".s[data-b]");
      if (node && !isControl(event.target) && getSelection().isCollapsed) seek(sentences.indexOf(node), true);
    });
    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (isControl(event.target)) return;
      if (event.key === " ") { event.preventDefault(); toggle(); }
      if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
        event.preventDefault();
        step((event.key === "ArrowRight") !== isRtl ? 1 : -1);
      }
      if (event.key === "Enter") {
        const anchor = getSelection().anchorNode;
        const at = document.activeElement !== document.body ? document.activeElement : anchor && anchor.parentElement;
        const node = at && at.closest(".s[data-b]");
        if (node) { event.preventDefault(); seek(sentences.indexOf(node), true); }
      }
    });
    const asked = sentences.findIndex((node) => "#" + node.id === decodeURIComponent(location.hash));
    if (asked > 0) seek(asked, false);
    return { here: () => sentences[current] };
  }

  /* The same sentence stays in view in the other language: its id is the same there. */
  function languages(reader) {
    document.querySelectorAll("a[data-language]").forEach((link) => link.addEventListener("click", () => {
      const top = (document.querySelector(".exit") || { offsetHeight: 0 }).offsetHeight;
      const seen = Array.from(document.querySelectorAll(".text .s"));
      const here = (reader && reader.here()) ||
        (scrollY > 200 && seen.find((node) => node.getBoundingClientRect().top >= top));
      link.hash = here ? here.id : "";
    }));
  }
})();
