declare module 'wink-naive-bayes-text-classifier' {
  type Classifier = {
    definePrepTasks(tasks: ((input: string) => string[])[]): number
    defineConfig(config: { considerOnlyPresence?: boolean; smoothingFactor?: number }): boolean
    learn(text: string, label: string): boolean
    consolidate(): boolean
    /** Labels with the log2 of their odds, most likely first. */
    computeOdds(text: string): [label: string, odds: number][]
  }
  export default function makeClassifier(): Classifier
}
