// What the user sees when the app cannot start or has stopped: what happened,
// a download of everything stored, a reload. It uses neither the app nor its
// text files, because either may be the reason, so its words live here.
(() => {
  "use strict";

  const PREFIX = "crm-readiness:";
  const DATABASE = "crm-readiness";
  const READ_LIMIT_MS = 5_000;
  const DETAIL_LIMIT = 300;

  const WORDS = {
    en: {
      failed: ["The app could not start", "A file of the app is missing, blocked or damaged. What you stored in this browser is untouched."],
      unsupported: ["This browser cannot run the app", "WebAssembly is missing or switched off. What you stored in this browser is untouched."],
      stopped: ["The app has stopped", "Everything shown as saved is stored. What you type from now on is not kept: reload to go on."],
      slow: ["The app is taking long to start", "The connection may be slow. You can wait, reload, or download what is stored in this browser."],
      safe: ["Safe mode", "The app failed to start three times in a row, so it was not started again. Download your stored data before you try anything else."],
      download: "Download stored data",
      reload: "Reload",
      startAnyway: "Start anyway",
      reading: "Reading stored data…",
      done: (count) => `Records in the file: ${count}.`,
      partly: (count) => `Records in the file: ${count}. Some of the stored data could not be read; the file says which.`,
      detail: "Technical detail",
    },
    zh: {
      failed: ["应用无法启动", "应用的某个文件缺失、被阻止或已损坏。您保存在此浏览器中的数据没有改动。"],
      unsupported: ["此浏览器无法运行本应用", "WebAssembly 不可用或已被关闭。您保存在此浏览器中的数据没有改动。"],
      stopped: ["应用已停止运行", "显示为“已保存”的内容均已存储。从现在起输入的内容不会保留：请重新加载后继续。"],
      slow: ["应用启动时间过长", "网络连接可能较慢。您可以等待、重新加载，或下载此浏览器中保存的数据。"],
      safe: ["安全模式", "应用连续三次启动失败，因此没有再次启动。请先下载已保存的数据，再尝试其他操作。"],
      download: "下载已保存的数据",
      reload: "重新加载",
      startAnyway: "仍然启动",
      reading: "正在读取已保存的数据…",
      done: (count) => `文件中的记录数：${count}。`,
      partly: (count) => `文件中的记录数：${count}。部分数据无法读取，文件中已注明。`,
      detail: "技术细节",
    },
    ru: {
      failed: ["Приложение не запустилось", "Один из файлов приложения отсутствует, заблокирован или повреждён. Данные, сохранённые в этом браузере, не изменены."],
      unsupported: ["Этот браузер не может запустить приложение", "WebAssembly отсутствует или отключён. Данные, сохранённые в этом браузере, не изменены."],
      stopped: ["Приложение остановилось", "Всё, что отмечено как сохранённое, сохранено. Новый ввод не сохраняется: перезагрузите страницу, чтобы продолжить."],
      slow: ["Приложение долго запускается", "Возможно, соединение медленное. Можно подождать, перезагрузить страницу или скачать данные, сохранённые в этом браузере."],
      safe: ["Безопасный режим", "Приложение не запустилось три раза подряд, поэтому больше не запускается само. Прежде всего скачайте сохранённые данные."],
      download: "Скачать сохранённые данные",
      reload: "Перезагрузить",
      startAnyway: "Всё равно запустить",
      reading: "Чтение сохранённых данных…",
      done: (count) => `Записей в файле: ${count}.`,
      partly: (count) => `Записей в файле: ${count}. Часть данных прочитать не удалось; что именно, указано в файле.`,
      detail: "Техническая подробность",
    },
  };

  // Opening without a version would create an absent database and so hide from
  // the app that there is none: the upgrade is aborted, and nothing is made.
  const openExisting = () => new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    let absent = false;
    request.onupgradeneeded = () => {
      absent = true;
      request.transaction.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      if (absent) resolve(null);
      else reject(request.error);
    };
  });

  const readStore = (database, name) => new Promise((resolve, reject) => {
    const records = [];
    const cursor = database.transaction(name, "readonly").objectStore(name).openCursor();
    cursor.onerror = () => reject(cursor.error);
    cursor.onsuccess = () => {
      const at = cursor.result;
      if (!at) return resolve(records);
      records.push({ key: at.key, value: at.value });
      at.continue();
    };
  });

  const within = (limit, promise) => Promise.race([
    promise,
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error(`no answer within ${limit} ms`)), limit);
    }),
  ]);

  // JSON drops bytes and maps silently; a rescue must not.
  const asJson = (_key, value) => {
    if (value instanceof ArrayBuffer) value = new Uint8Array(value);
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      let text = "";
      for (const byte of bytes) text += String.fromCharCode(byte);
      return { $base64: btoa(text) };
    }
    if (value instanceof Map) return { $map: [...value] };
    if (value instanceof Set) return { $set: [...value] };
    return typeof value === "bigint" ? String(value) : value;
  };

  /** Everything stored, raw, each part on its own: one unreadable part costs only itself. */
  const collect = async () => {
    const file = {
      format: "crm-readiness-rescue",
      version: 1,
      made: new Date().toISOString(),
      localStorage: {},
      indexedDB: {},
      problems: [],
    };
    let count = 0;
    try {
      for (let at = 0; at < localStorage.length; at += 1) {
        const key = localStorage.key(at);
        if (!key.startsWith(PREFIX)) continue;
        file.localStorage[key] = localStorage.getItem(key);
        count += 1;
      }
    } catch (error) {
      file.problems.push(`localStorage: ${error}`);
    }
    try {
      const database = await within(READ_LIMIT_MS, openExisting());
      for (const name of database?.objectStoreNames ?? []) {
        try {
          file.indexedDB[name] = await within(READ_LIMIT_MS, readStore(database, name));
          count += file.indexedDB[name].length;
        } catch (error) {
          file.problems.push(`indexedDB ${name}: ${error}`);
        }
      }
      database?.close();
    } catch (error) {
      file.problems.push(`indexedDB: ${error}`);
    }
    return { file, count };
  };

  const download = async (words, status) => {
    status.textContent = words.reading;
    const { file, count } = await collect();
    const blob = new Blob([JSON.stringify(file, asJson, 1)], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `crm-readiness-stored-data-${file.made.slice(0, 10)}.json`;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    status.textContent = file.problems.length ? words.partly(count) : words.done(count);
  };

  const element = (tag, text, className) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  let bar = null;

  const hide = () => {
    bar?.remove();
    bar = null;
  };

  const show = ({ kind, language, detail, startAnyway }) => {
    hide();
    const words = WORDS[language] ?? WORDS.en;
    const [title, text] = words[kind];
    bar = element("section", "", "rescue");
    // A name of its own makes it a landmark wherever the stopped app left the page.
    bar.setAttribute("aria-label", title);
    const message = element("div");
    message.setAttribute("role", "alert");
    message.append(element("h2", title), element("p", text));
    const buttons = element("div", "", "rescue-buttons");
    const status = element("p");
    status.setAttribute("role", "status");
    const button = (label, className, act) => {
      const made = element("button", label, `button ${className}`);
      made.type = "button";
      made.addEventListener("click", act);
      buttons.append(made);
      return made;
    };
    const first = button(words.download, "button-primary", () => download(words, status));
    button(words.reload, "", () => location.reload());
    if (startAnyway) button(words.startAnyway, "button-quiet", startAnyway);
    bar.append(message, buttons, status);
    if (detail) {
      const more = element("details");
      more.append(
        element("summary", words.detail),
        element("pre", String(detail).slice(0, DETAIL_LIMIT)),
      );
      bar.append(more);
    }
    document.body.prepend(bar);
    // The keyboard goes where the only working buttons are; waiting needs no hands.
    if (kind !== "slow") first.focus();
  };

  window.crmReadinessRescue = { show, hide };
})();
