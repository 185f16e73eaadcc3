// Writes copies of the rules in which every comparison, bound, connective and lowered grade can be flipped while the
// program runs, so that one build holds all mutants:  mutate.mjs OUT-FOLDER LIB FILE…
//
// The files are named from LIB; OUT-FOLDER gets the copies under the same names, and mutants.tsv a line for each mutant: its
// number, file, line, what was flipped.
// The code of this project is laid out by hand and clang-format alike: an operator of two operands has a space on both
// sides, a bracket of a template has not. That is all this reader needs to tell them apart; the compiler checks the rest.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const [folder, lib, ...files] = process.argv.slice(2);

const token_pattern = new RegExp([
  /\/\/[^\n]*|\/\*[^]*?\*\//,                          // comments
  /^[ \t]*#(?:[^\n\\]|\\[^])*/,                        // directives
  /R"\(([^]*?)\)"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'/,
  /[A-Za-z_]\w*/,
  /\d[\w.']*/,
  /::|->\*|->|<=>|<<=|>>=|<<|&&|\|\||[<>=!]=|\+\+|--|[-+*\/%&|^]=|\.\.\./,
  /\s+/,
  /[^]/,
].map((part) => part.source).join("|"), "gm");

const swapped = { "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==" };
const operation = { "<": "Less", "<=": "NotMore", ">": "More", ">=": "NotLess", "==": "Same", "!=": "Other" };
const quantifiers = { any_of: "all_of", all_of: "any_of", none_of: "!all_of" };
const openers = "([{";
const closers = ")]}";

const mutants = [];

function tokens_of(text) {
  const tokens = [];
  let line = 1;
  for (const [word] of text.matchAll(token_pattern)) {
    tokens.push({ word, line, before: "", after: "", instead: word });
    line += word.split("\n").length - 1;
  }
  return tokens;
}

const is_space = (token) => token === undefined || /^\s|^\/[\/*]/.test(token.word);

class Copy {
  constructor(path) {
    this.path = path;
    this.name = basename(path);
    this.text = readFileSync(join(lib, path), "utf8");
    this.lines = this.text.split("\n");
    this.tokens = tokens_of(this.text);
    this.meaningful = this.tokens.filter((token) => !is_space(token));
  }

  mutant(token, now, then) {
    const line = this.lines[token.line - 1];
    const column = this.column_of(token);
    const shown = line.slice(0, column) + "[" + now + " → " + then + "]" + line.slice(column + now.length);
    mutants.push([mutants.length + 1, this.name, token.line, shown.trim()]);
    return mutants.length;
  }

  column_of(token) {
    let column = 0;
    for (let i = this.tokens.indexOf(token) - 1; i >= 0; --i) {
      const word = this.tokens[i].word;
      const end = word.lastIndexOf("\n");
      if (end >= 0) return column + word.length - end - 1;
      column += word.length;
    }
    return column;
  }

  stands_apart(token) {
    const at = this.tokens.indexOf(token);
    return is_space(this.tokens[at - 1]) && is_space(this.tokens[at + 1]);
  }

  /// Walks from a token over whole brackets until `stops` says so; the last token before that.
  reach(from, step, stops) {
    const opening = step > 0 ? openers : closers;
    const closing = step > 0 ? closers : openers;
    let depth = 0;
    let at = from + step;
    for (; at >= 0 && at < this.meaningful.length; at += step) {
      const word = this.meaningful[at].word;
      if (depth === 0 && (closing.includes(word) || stops(word))) break;
      if (opening.includes(word)) ++depth;
      if (closing.includes(word)) --depth;
    }
    return this.meaningful[at - step];
  }

  flip_connectives(word) {
    const lower = [",", ";", "?", ":", "=", "return", "case", ...(word === "&&" ? ["||"] : [])];
    this.meaningful.forEach((token, at) => {
      if (token.word !== word || !this.stands_apart(token)) return;
      const begin = this.reach(at, -1, (w) => lower.includes(w));
      const end = this.reach(at, 1, (w) => lower.includes(w) || w === word);
      const on = `::mutant::is(${this.mutant(token, word, word === "&&" ? "||" : "&&")})`;
      begin.before = `(${on} != bool((${on} != bool(` + begin.before;
      token.instead = `)) ${word} (${on} != bool(`;
      end.after += "))))";
    });
  }

  flip_comparison(token) {
    const number = this.mutant(token, token.word, swapped[token.word]);
    token.instead = `${token.word} ::mutant::${operation[token.word]}{${number}} ${token.word}`;
  }

  flip_quantifier(token) {
    token.instead = token.word;
    const number = this.mutant(token, token.word, quantifiers[token.word]);
    const std = this.meaningful[this.meaningful.indexOf(token) - 2];
    std.instead = "::mutant";
    const paren = this.meaningful[this.meaningful.indexOf(token) + 1];
    paren.after = `${number}, ` + paren.after;
  }

  flip_word(token, at) {
    const [before, next] = [this.meaningful[at - 1]?.word, this.meaningful[at + 1]?.word];
    if (token.word in swapped && this.stands_apart(token) && before !== "operator") return this.flip_comparison(token);
    if (token.word in quantifiers && before === "::" && next === "(") return this.flip_quantifier(token);
    if (token.word === "!") {
      token.instead = `!::mutant::Not{${this.mutant(token, "!", "")}} ->* `;
      return;
    }
    if (token.word === "milder" && before === "." && next === "(") {
      this.meaningful[at + 1].after = `::mutant::is(${this.mutant(token, "milder", "as grave")})`;
      return;
    }
    if (/^\d+$/.test(token.word) && before !== "[" && before !== "<") {
      const number = this.mutant(token, token.word, String(Number(token.word) + 1));
      token.instead = `(${token.word} + ::mutant::is(${number}))`;
    }
  }

  /// What is worked out while compiling cannot be flipped while running.
  loosen() {
    this.meaningful.forEach((token, at) => {
      if (token.word !== "constexpr" || this.meaningful[at - 1]?.word === "if") return;
      const is_table = this.meaningful[at + 1].word === "Rule";
      token.instead = is_table ? "" : /^(Text|Phrase|Noun)$/.test(this.meaningful[at + 1].word) ? "constexpr" : "const";
    });
  }

  /// A finding that a mutant leaves as grave as its row.
  add_grave_milder() {
    this.text = this.text.replace("class Found {\npublic:\n",
      "$&  Found& milder(bool as_grave) { return as_grave ? *this : milder(); }\n");
  }

  write() {
    const text = this.name === "rule.h" ? (this.add_grave_milder(), this.text) : this.flipped();
    const path = join(folder, this.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '#include "tests/mutation/mutant.h"\n'.concat(text));
  }

  flipped() {
    this.flip_connectives("&&");
    this.flip_connectives("||");
    this.meaningful.forEach((token, at) => this.flip_word(token, at));
    this.loosen();
    return this.tokens.map(({ before, instead, after }) => before + instead + after).join("");
  }
}

for (const file of files) new Copy(file).write();
writeFileSync(join(folder, "mutants.tsv"), mutants.map((row) => row.join("\t") + "\n").join(""));
