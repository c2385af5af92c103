using System.Linq.Expressions;
using System.Reflection;
using Answerable.Model;

namespace Answerable.App.Storage;

internal enum ColumnKind
{
    Small,
    Int,
    Long,
    Truth,
    Text,
    Id,
}

/// <summary>A column of a table the writer keeps; of the three ways to its value one is its own.</summary>
/// <param name="Whole">A whole number; instants are milliseconds, and truth is 1.</param>
internal sealed record KeptColumn(string Name, ColumnKind Kind, Func<object, long?>? Whole, Func<object, string?>? Text, Func<object, Guid?>? Id)
{
    public bool Holds(object row) => Kind switch
    {
        ColumnKind.Text => Text!(row) is not null,
        ColumnKind.Id => Id!(row) is not null,
        _ => Whole!(row) is not null,
    };

    public bool Differs(object one, object other) => Kind switch
    {
        ColumnKind.Text => Text!(one) != Text(other),
        ColumnKind.Id => Id!(one) != Id(other),
        _ => Whole!(one) != Whole(other),
    };
}

/// <summary>A row's fields by the place of their column.</summary>
internal interface IFields
{
    long? Whole(int column);
    string? Text(int column);
    Guid? Id(int column);
}

/// <summary>
/// A table the writer keeps by its own statements, many rows at once. Its columns are the properties of its row, named as the mapper names
/// them: a column is declared there and nowhere else.
/// </summary>
internal sealed class KeptTable
{
    private const int MostColumns = 64; // a difference is a bit each
    private readonly Func<IFields, object> _read;

    private KeptTable(string name, string[] key, IReadOnlyList<KeptColumn> columns, Func<IFields, object> read)
    {
        if (columns.Count > MostColumns)
            throw new NotSupportedException($"{name} has more than {MostColumns} columns.");
        (Name, Columns, _read) = (name, columns, read);
        Names = string.Join(", ", columns.Select(column => Quoted(column.Name)));
        Key = string.Join(", ", key.Select(Quoted));
        KeyColumns = [.. columns.Where(column => key.Contains(column.Name))];
        for (var place = 0; place < columns.Count; place++)
            Rest |= key.Contains(columns[place].Name) ? 0 : 1ul << place;
        OnConflict = $"ON CONFLICT ({Key}) DO UPDATE SET "
            + string.Join(", ", Of(Rest).Select(column => $"{Quoted(column.Name)} = excluded.{Quoted(column.Name)}"));
    }

    public string Name { get; }
    public IReadOnlyList<KeptColumn> Columns { get; }
    public string Names { get; }
    public string Key { get; }
    public IReadOnlyList<KeptColumn> KeyColumns { get; }

    /// <summary>All columns but the key's, a bit each by their places.</summary>
    public ulong Rest { get; }
    public string OnConflict { get; }

    /// <summary>The columns in which a row differs, a bit each by their places.</summary>
    public ulong Difference(RowChange row)
    {
        var differing = 0ul;
        for (var place = 0; place < Columns.Count; place++)
            if (Columns[place].Differs(row.Before, row.After))
                differing |= 1ul << place;
        return differing;
    }

    public IEnumerable<KeptColumn> Of(ulong difference) => Columns.Where((_, place) => (difference & 1ul << place) != 0);

    /// <param name="key">The names of the key's properties.</param>
    public static KeptTable Of<TRow>(string name, params string[] key) where TRow : class
    {
        var properties = typeof(TRow).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).ToArray();
        return new KeptTable(name, [.. key.Select(SnakeCase.Of)],
            [.. properties.Select(ColumnAccess.Column<TRow>)], ColumnAccess.Reader<TRow>(properties));
    }

    public object Read(IFields fields) => _read(fields);

    private static string Quoted(string name) => $"\"{name}\"";
}

/// <summary>Compiles the ways between a row's properties and its columns.</summary>
internal static class ColumnAccess
{
    public static KeptColumn Column<TRow>(PropertyInfo property)
    {
        var name = SnakeCase.Of(property.Name);
        return KindOf(property.PropertyType) switch
        {
            ColumnKind.Text => new(name, ColumnKind.Text, null, Getter<TRow, string?>(property), null),
            ColumnKind.Id => new(name, ColumnKind.Id, null, null, Getter<TRow, Guid?>(property)),
            var kind => new(name, kind, Getter<TRow, long?>(property), null, null),
        };
    }

    public static Func<IFields, object> Reader<TRow>(IReadOnlyList<PropertyInfo> properties)
    {
        var fields = Expression.Parameter(typeof(IFields));
        var bound = properties.Select((property, place) => (MemberBinding)Expression.Bind(property, FromField(fields, property.PropertyType, place)));
        return Expression.Lambda<Func<IFields, object>>(Expression.MemberInit(Expression.New(typeof(TRow)), bound), fields).Compile();
    }

    private static ColumnKind KindOf(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare == typeof(string) || IsWritten(bare) ? ColumnKind.Text
            : bare == typeof(bool) ? ColumnKind.Truth
            : bare == typeof(Guid) || StrongIds.IsStrongId(bare) ? ColumnKind.Id
            : bare == typeof(byte) ? ColumnKind.Small
            : bare == typeof(int) || bare.IsEnum ? ColumnKind.Int
            : bare == typeof(long) || bare == typeof(DateTimeOffset) ? ColumnKind.Long
            : throw new NotSupportedException($"No column holds a {bare.Name}.");
    }

    /// <summary>Of one that is written as text and read from it again.</summary>
    private static bool IsWritten(Type type) => type.GetMethod("Read", [typeof(string)]) is { IsStatic: true } read && read.ReturnType == type;

    private static Func<object, TValue> Getter<TRow, TValue>(PropertyInfo property)
    {
        var row = Expression.Parameter(typeof(object));
        var value = Lifted(Expression.Property(Expression.Convert(row, typeof(TRow)), property), typeof(TValue));
        return Expression.Lambda<Func<object, TValue>>(value, row).Compile();
    }

    /// <summary>The value as its column holds it; nothing stays nothing.</summary>
    private static Expression Lifted(Expression value, Type to)
    {
        if (value.Type == to)
            return value;
        if (IsWritten(value.Type))
            return Expression.Condition(Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Default(to),
                Expression.Call(value, "ToString", null));
        if (Nullable.GetUnderlyingType(value.Type) is null)
            return Expression.Convert(Bare(value), to);
        return Expression.Condition(Expression.Property(value, "HasValue"),
            Expression.Convert(Bare(Expression.Property(value, "Value")), to), Expression.Default(to));
    }

    private static Expression Bare(Expression value) =>
        value.Type == typeof(DateTimeOffset) ? Expression.Call(value, nameof(DateTimeOffset.ToUnixTimeMilliseconds), null)
        : value.Type == typeof(bool) ? Expression.Condition(value, Expression.Constant(1L), Expression.Constant(0L))
        : StrongIds.IsStrongId(value.Type) ? Expression.Property(value, nameof(IStrongId<ContactId>.Value))
        : value;

    private static Expression FromField(Expression fields, Type type, int place)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var way = KindOf(type) switch { ColumnKind.Text => nameof(IFields.Text), ColumnKind.Id => nameof(IFields.Id), _ => nameof(IFields.Whole) };
        var field = Expression.Call(fields, typeof(IFields).GetMethod(way)!, Expression.Constant(place));
        if (bare == typeof(string))
            return field;
        if (IsWritten(bare))
            return Expression.Condition(Expression.Equal(field, Expression.Constant(null, typeof(string))), Expression.Default(bare),
                Expression.Call(bare, "Read", null, field));
        if (type == bare)
            return Made(Expression.Property(field, "Value"), bare);
        var once = Expression.Variable(field.Type);
        return Expression.Block([once], Expression.Assign(once, field), Expression.Condition(Expression.Property(once, "HasValue"),
            Expression.Convert(Made(Expression.Property(once, "Value"), bare), type), Expression.Default(type)));
    }

    private static Expression Made(Expression value, Type bare) =>
        bare == typeof(DateTimeOffset) ? Expression.Call(typeof(DateTimeOffset), nameof(DateTimeOffset.FromUnixTimeMilliseconds), null, value)
        : bare == typeof(bool) ? Expression.Equal(value, Expression.Constant(1L))
        : StrongIds.IsStrongId(bare) ? Expression.Call(typeof(StrongIds), nameof(StrongIds.Make), [bare], value)
        : value.Type == bare ? value : Expression.Convert(value, bare);
}
