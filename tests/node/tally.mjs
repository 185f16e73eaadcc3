/** Counts cases, prints each failure with what it is about, and ends the run with one closing line. */
export class Tally {
  #passed = 0;
  #failed = 0;

  pass() {
    this.#passed += 1;
  }

  fail(title, details = []) {
    this.#failed += 1;
    console.log([`FAIL ${title}`, ...details.map((line) => `     ${line}`)].join('\n'));
  }

  /** One case: it passes when there is nothing to say against it. */
  judge(title, complaints) {
    if (complaints.length === 0) this.pass();
    else this.fail(title, complaints);
  }

  /** No case at all is a failure too. */
  close() {
    if (this.#passed + this.#failed === 0) this.fail('no case ran');
    console.log(`${this.#passed} passed, ${this.#failed} failed`);
    process.exitCode = this.#failed === 0 ? 0 : 1;
  }
}
