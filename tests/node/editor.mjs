import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';

const SERVER = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');
const PATIENCE_MS = 30_000;
const SETTINGS = { yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } } };
const CAPABILITIES = {
  workspace: { configuration: true },
  textDocument: {
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } },
    publishDiagnostics: {},
  },
};

function in_time(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE_MS / 1000} s: ${what}`)), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** An editor with a registry open and the real yaml-language-server behind it. */
export class Editor {
  #root = mkdtempSync(join(tmpdir(), 'nastavnik-editor-'));
  #server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  #connection = createMessageConnection(
    new StreamMessageReader(this.#server.stdout), new StreamMessageWriter(this.#server.stdin));
  #awaited = new Map();

  /** The registry of the session: empty but for `schemas/`. */
  static async start(schemas_dir) {
    const editor = new Editor();
    cpSync(schemas_dir, join(editor.#root, 'schemas'), { recursive: true });
    await editor.#greet();
    return editor;
  }

  async #greet() {
    this.#connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ section }) => SETTINGS[section] ?? {}));
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) =>
      this.#awaited.get(uri)?.(diagnostics));
    this.#connection.listen();
    const uri = pathToFileURL(this.#root).href;
    const hello = { processId: process.pid, rootUri: uri, workspaceFolders: [{ uri, name: 'registry' }] };
    await this.#ask('initialize', { ...hello, capabilities: CAPABILITIES });
    await this.#connection.sendNotification('initialized', {});
  }

  #ask(method, parameters) {
    return in_time(this.#connection.sendRequest(method, parameters), method);
  }

  #uri(path) {
    return pathToFileURL(join(this.#root, path)).href;
  }

  /** Opens a file that was never opened before; gives what the server finds wrong in it. */
  async open(path, text) {
    const uri = this.#uri(path);
    const diagnostics = new Promise((resolve) => this.#awaited.set(uri, resolve));
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument });
    return in_time(diagnostics, `diagnostics of ${path}`);
  }

  async completions(path, position) {
    const answer = await this.#ask('textDocument/completion', { textDocument: { uri: this.#uri(path) }, position });
    return answer.items;
  }

  async hover(path, position) {
    const answer = await this.#ask('textDocument/hover', { textDocument: { uri: this.#uri(path) }, position });
    return answer?.contents.value ?? '';
  }

  async close() {
    try {
      await this.#ask('shutdown');
      await this.#connection.sendNotification('exit');
    } finally {
      this.#connection.dispose();
      this.#server.kill();
      rmSync(this.#root, { recursive: true });
    }
  }
}
