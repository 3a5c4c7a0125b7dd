import {type Oblique, Relations} from './relations.ts'
import {logicalObjects, logicalSubjects} from './roles.ts'

/** Questions to a parsed sentence: its relations, and who does what to whom. Answers are kept. */
export class Tree extends Relations {
  private readonly subjectsOf: (readonly number[] | undefined)[] = []
  private readonly objectsOf: (readonly number[] | undefined)[] = []
  private readonly obliquesOf: (readonly Oblique[] | undefined)[] = []
  private readonly prepositions: (string | undefined)[] = []
  private readonly passives: (boolean | undefined)[] = []

  /** Who does it: active subject or passive agent, also where it is shared, controlled or relative. */
  subjects(i: number): readonly number[] {
    return (this.subjectsOf[i] ??= logicalSubjects(this, i))
  }

  /** Whom or what it is done to: active object or passive subject, also where it is shared or relative. */
  objects(i: number): readonly number[] {
    return (this.objectsOf[i] ??= logicalObjects(this, i))
  }

  override obliques(i: number): readonly Oblique[] {
    return (this.obliquesOf[i] ??= super.obliques(i))
  }

  override preposition(i: number): string {
    return (this.prepositions[i] ??= super.preposition(i))
  }

  override isPassive(i: number): boolean {
    return (this.passives[i] ??= super.isPassive(i))
  }
}
