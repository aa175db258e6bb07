import type * as z from 'zod/mini';

/** A type with every optional member asked for, at any depth. */
type Complete<Type> = Type extends object ? { [Key in keyof Type]-?: Complete<Type[Key]> } : Type;

/** Nothing to add where the schema takes every value of the type with all its members; else what it would refuse or drop. */
type Missing<Type, Taken> = [Complete<Type>] extends [Complete<Taken>]
  ? [Complete<Taken>] extends [Complete<Type>]
    ? unknown
    : { schemaDrops: Complete<Type> }
  : { schemaRefuses: Exclude<Complete<Type>, Complete<Taken>> };

/**
 * Gives a schema back as it is, and compiles only where the schema takes exactly a type: no member of a union, and no optional
 * property, is in one and not in the other. Without it, a member that is added to the type alone compiles and is refused at run
 * time.
 *
 * @example exactly<Server>()(z.discriminatedUnion('state', [z.strictObject({ state: z.literal('unseen') }), …]))
 */
export function exactly<Type>() {
  return <Schema extends z.core.$ZodType<Type>>(schema: Schema & Missing<Type, z.output<Schema>>): Schema => schema;
}
