import { useEffect, useRef, useState } from 'react';
import type { KeyReference } from '../apiKey/key-reference.ts';
import { type KeyReading, lastFour, readKey } from '../apiKey/key-shape.ts';
import { keepKey } from '../apiKey/key-vault.ts';
import { type KeyAnswer, type SendRequest, verifyKey } from '../apiKey/verify-key.ts';

/** Where entering a key stands. */
export type KeyEntry =
  | { status: 'typing' }
  | { status: 'refused'; message: string }
  | { status: 'asking' }
  | { status: 'answered'; answer: Exclude<KeyAnswer, { status: 'valid' }> };

interface KeyEntryOptions {
  project: string;
  /** False when the administrator switched verification off. */
  isVerified: boolean;
  onEntered: (reference: KeyReference) => void;
}

/**
 * Takes a key from its text to the vault: its shape first, then, unless that was switched off,
 * NVIDIA's verdict. Typing on, leaving the page or changing the project ends a question.
 */
export const useKeyEntry = (
  options: KeyEntryOptions,
): {
  reading: KeyReading;
  entry: KeyEntry;
  type: (text: string) => void;
  enter: () => Promise<void>;
} => {
  const [text, setText] = useState('');
  const [entry, setEntry] = useState<KeyEntry>({ status: 'typing' });
  const question = useRef<AbortController>();
  const reading = readKey(text);

  useEffect(() => () => question.current?.abort(), []);

  const type = (next: string): void => {
    question.current?.abort();
    setText(next);
    setEntry({ status: 'typing' });
  };

  const enter = async (): Promise<void> => {
    if (reading.status === 'refused') {
      setEntry({ status: 'refused', message: reading.message });
      return;
    }
    const controller = new AbortController();
    question.current = controller;
    setEntry({ status: 'asking' });
    const answer = await askOrSkip(options, reading.key, controller.signal);
    if (answer?.status === 'valid') {
      options.onEntered(keep(options, reading.key));
    } else if (answer) {
      setEntry({ status: 'answered', answer });
    }
  };

  return { reading, entry, type, enter };
};

const keep = ({ project, isVerified }: KeyEntryOptions, key: string): KeyReference => {
  keepKey(project, key);
  const verifiedAt = isVerified ? { verifiedAt: new Date().toISOString() } : {};
  return { kind: 'entered', project, lastFour: lastFour(key), ...verifiedAt };
};

/** The answer; undefined when nobody waits for it any more. */
const askOrSkip = async (
  { project, isVerified }: KeyEntryOptions,
  key: string,
  signal: AbortSignal,
): Promise<KeyAnswer | undefined> => {
  if (!isVerified) {
    return { status: 'valid' };
  }
  try {
    return await verifyKey({ question: { project, key }, send: sendByBrowser, signal });
  } catch (error) {
    if (signal.aborted) {
      return undefined;
    }
    throw error;
  }
};

const sendByBrowser: SendRequest = (path, request) => fetch(path, request);
