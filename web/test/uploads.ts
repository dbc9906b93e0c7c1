/** An upload that ends when it is told to. */
export class FakeUpload {
  static readonly begun: FakeUpload[] = [];

  readonly upload = {};
  readonly headers = new Map<string, string>();
  isAborted = false;
  status = 0;
  responseText = '';
  onload: () => void = () => undefined;
  onerror: () => void = () => undefined;
  onabort: () => void = () => undefined;
  onloadend: () => void = () => undefined;

  open() {}

  setRequestHeader(name: string, value: string) {
    this.headers.set(name, value);
  }

  send() {
    FakeUpload.begun.push(this);
  }

  abort() {
    this.isAborted = true;
    this.onabort();
    this.onloadend();
  }

  answer(status: number, said: object) {
    this.status = status;
    this.responseText = JSON.stringify(said);
    this.onload();
    this.onloadend();
  }

  /** The connection breaks off before an answer. */
  breakOff() {
    this.onerror();
    this.onloadend();
  }
}
