/* The part of saxen's interface that is used here; the package brings no types of its own. */
type Decode = (text: string) => string;

export declare class Parser {
  on(
    event: 'openTag',
    listener: (
      name: string,
      attributes: () => Readonly<Record<string, string>> | true,
      decode: Decode,
    ) => void,
  ): this;
  on(event: 'closeTag', listener: (name: string) => void): this;
  on(event: 'text', listener: (text: string, decode: Decode) => void): this;
  on(event: 'cdata' | 'attention', listener: (text: string) => void): this;
  on(event: 'error', listener: (fault: Error) => void): this;
  parse(xml: string): this;
  stop(): void;
}
