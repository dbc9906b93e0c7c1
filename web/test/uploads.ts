/** An upload that ends when it is told to. */
export class FakeUpload {
  static readonly begun: FakeUpload[] = [];

  readonly upload = {};
  isAborted = false;
  status = 0;
  responseText = '';
  onload: () => void = () => undefined;
  onabort: () => void = () => undefined;
  onloadend: () => void = () => undefined;

  open() {}

  setRequestHeader() {}

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
}
