/** Remembers the answers of a pure function for the most recently asked `size` questions. */
export function remember<T>(size: number, answer: (question: string) => T): (question: string) => T {
  const known = new Map<string, T>()
  return question => {
    const found = known.get(question)
    if (found !== undefined) {
      known.delete(question)
      known.set(question, found)
      return found
    }
    const made = answer(question)
    if (known.size >= size) known.delete(known.keys().next().value as string)
    known.set(question, made)
    return made
  }
}
