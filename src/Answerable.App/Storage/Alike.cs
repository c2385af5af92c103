using System.Linq.Expressions;
using System.Reflection;

namespace Answerable.App.Storage;

/// <summary>
/// Makes one thing of another by the names of their properties, such as a row of a record of the rules: a property added to both needs no
/// third place. One that has no namesake is told at once, when the first is made.
/// </summary>
internal static class Alike<TFrom, TTo>
{
    public static readonly Func<TFrom, TTo> Make = Compile();

    private static Func<TFrom, TTo> Compile()
    {
        var from = Expression.Parameter(typeof(TFrom));
        var constructor = typeof(TTo).GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        var given = constructor.GetParameters();
        var bound = typeof(TTo).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && !given.Any(parameter => parameter.Name == property.Name))
            .Select(property => Expression.Bind(property, Namesake(from, property.Name)));
        var made = Expression.MemberInit(Expression.New(constructor, given.Select(parameter => Namesake(from, parameter.Name!))), bound);
        return Expression.Lambda<Func<TFrom, TTo>>(made, from).Compile();
    }

    private static MemberExpression Namesake(Expression from, string name) => typeof(TFrom).GetProperty(name) is { } property
        ? Expression.Property(from, property)
        : throw new InvalidOperationException($"{typeof(TTo).Name}.{name} has no namesake in {typeof(TFrom).Name}.");
}
