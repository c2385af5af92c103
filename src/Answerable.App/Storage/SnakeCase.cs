using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

/// <summary>Tables and columns are named in snake_case in both databases, as the writer's own statements name them.</summary>
internal static partial class SnakeCase
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(Of(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Of(property.Name));
            foreach (var key in entity.GetKeys())
                key.SetName(Of(key.GetName()!));
            foreach (var reference in entity.GetForeignKeys())
                reference.SetConstraintName(Of(reference.GetConstraintName()!));
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(Of(index.GetDatabaseName()!));
        }
    }

    public static string Of(string name) => Boundary().Replace(name, "$1_$2").Replace("__", "_", StringComparison.Ordinal).ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Boundary();
}
