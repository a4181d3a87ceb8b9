/** Where a record lies: a sealed body opens only in the place that it was sealed for. */
export interface RecordPlace {
  store: string;
  key: string | number;
}

/** How bodies are written. One for all repositories; it takes time, so it never runs inside a transaction. */
export interface Codec {
  encode(value: unknown, place: RecordPlace): Promise<unknown>;
  /** @throws where the stored body is not one of this codec, or not of this place. */
  decode(stored: unknown, place: RecordPlace): Promise<unknown>;
}

/** Bodies as they are. */
export const identityCodec: Codec = {
  encode: (value) => Promise.resolve(value),
  decode: (stored) => Promise.resolve(stored),
};

const IV_BYTES = 12;

/** Bodies as JSON under AES-GCM: 12 random bytes, then ciphertext and tag. The place is authenticated with it. */
export function aesGcmCodec(key: CryptoKey): Codec {
  return {
    async encode(value, place) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const plain = new TextEncoder().encode(JSON.stringify(value));
      const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm(iv, place), key, plain));
      const stored = new Uint8Array(IV_BYTES + sealed.length);
      stored.set(iv);
      stored.set(sealed, IV_BYTES);
      return stored;
    },
    async decode(stored, place) {
      if (!(stored instanceof Uint8Array)) throw new Error('Not a sealed body');
      const iv = new Uint8Array(stored.subarray(0, IV_BYTES));
      const sealed = new Uint8Array(stored.subarray(IV_BYTES));
      const plain = await crypto.subtle.decrypt(algorithm(iv, place), key, sealed);
      const value: unknown = JSON.parse(new TextDecoder().decode(plain));
      return value;
    },
  };
}

function algorithm(iv: Uint8Array<ArrayBuffer>, { store, key }: RecordPlace): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(JSON.stringify([store, key])) };
}
