using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Answerable.App.Storage;

/// <summary>A table as an archive holds it: its columns by their names, of kinds that both databases know.</summary>
internal sealed class ArchiveTable(string name, IReadOnlyList<ArchiveTable.Column> columns)
{
    /// <param name="Type">What the mapper takes the database's value for.</param>
    /// <param name="Stored">The database's own name of its kind.</param>
    internal sealed record Column(string Name, Type Type, string Stored);

    public string Name => name;
    public IReadOnlyList<Column> Columns => columns;
    public string Names => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    /// <summary>All tables of the mapper's, those that others point to before them.</summary>
    public static IReadOnlyList<ArchiveTable> All(IModel model)
    {
        var (ordered, seen) = (new List<ArchiveTable>(), new HashSet<IEntityType>());
        foreach (var entity in model.GetEntityTypes().OrderBy(entity => entity.GetTableName(), StringComparer.Ordinal))
            Visit(entity);
        return ordered;

        void Visit(IEntityType entity)
        {
            if (!seen.Add(entity))
                return;
            foreach (var reference in entity.GetForeignKeys().Where(reference => reference.PrincipalEntityType != entity))
                Visit(reference.PrincipalEntityType);
            ordered.Add(new ArchiveTable(entity.GetTableName()!, [.. entity.GetProperties().Select(Of)]));
        }
    }

    private static Column Of(IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return new Column(property.GetColumnName(), Nullable.GetUnderlyingType(type) ?? type, mapping.StoreType);
    }

    public void Write(BinaryWriter to, DbDataReader row)
    {
        for (var place = 0; place < columns.Count; place++)
            Write(to, row, place, columns[place].Type);
    }

    private static void Write(BinaryWriter to, DbDataReader row, int place, Type type)
    {
        to.Write(!row.IsDBNull(place));
        if (row.IsDBNull(place))
            return;
        if (type == typeof(string))
            to.Write(row.GetString(place));
        else if (type == typeof(byte[]))
        {
            var bytes = row.GetFieldValue<byte[]>(place);
            to.Write(bytes.Length);
            to.Write(bytes);
        }
        else if (type == typeof(Guid))
            to.Write(row.GetGuid(place).ToByteArray());
        else if (type == typeof(double) || type == typeof(float))
            to.Write(row.GetDouble(place));
        else if (type == typeof(decimal))
            to.Write(row.GetDecimal(place));
        else if (type == typeof(DateOnly))
            to.Write(row.GetFieldValue<DateOnly>(place).DayNumber);
        else if (type == typeof(TimeOnly))
            to.Write(row.GetFieldValue<TimeOnly>(place).Ticks);
        else
            to.Write(Convert.ToInt64(row.GetValue(place), CultureInfo.InvariantCulture));
    }

    public object?[] Read(BinaryReader from) => [.. columns.Select(column => Read(from, column.Type))];

    private static object? Read(BinaryReader from, Type type) => !from.ReadBoolean() ? null
        : type == typeof(string) ? from.ReadString()
        : type == typeof(byte[]) ? from.ReadBytes(from.ReadInt32())
        : type == typeof(Guid) ? new Guid(from.ReadBytes(16))
        : type == typeof(double) || type == typeof(float) ? from.ReadDouble()
        : type == typeof(decimal) ? from.ReadDecimal()
        : type == typeof(DateOnly) ? DateOnly.FromDayNumber(from.ReadInt32())
        : type == typeof(TimeOnly) ? new TimeOnly(from.ReadInt64())
        : type == typeof(bool) ? from.ReadInt64() == 1
        : from.ReadInt64();
}
