import type * as z from 'zod/mini';

/** A type whose optional members are all required, at any depth. */
type Complete<Type> = Type extends object ? { [Key in keyof Type]-?: Complete<Type[Key]> } : Type;

/**
 * Adds nothing where the schema takes every value of the type with all its members. Otherwise it shows what the schema would
 * refuse or drop.
 */
type Missing<Type, Taken> = [Complete<Type>] extends [Complete<Taken>]
  ? [Complete<Taken>] extends [Complete<Type>]
    ? unknown
    : { schemaDrops: Complete<Type> }
  : { schemaRefuses: Exclude<Complete<Type>, Complete<Taken>> };

/**
 * Returns a schema as it is, and compiles only where the schema takes exactly a type: neither of the two has a member of a
 * union, or an optional property, that the other lacks. Without it, a member that is added only to the type compiles and is
 * refused at run time.
 *
 * @example exactly<Server>()(z.discriminatedUnion('state', [z.strictObject({ state: z.literal('unseen') }), …]))
 */
export function exactly<Type>() {
  return <Schema extends z.core.$ZodType<Type>>(schema: Schema & Missing<Type, z.output<Schema>>): Schema => schema;
}
