using Answerable.Model;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Answerable.App.Storage;

/// <summary>Instants are kept as UTC milliseconds in both databases, so that they order and compare alike.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

internal sealed class StrongIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => StrongIds.Make<TId>(value))
    where TId : struct, IStrongId<TId>;

internal static class StrongIds
{
    public static TId Make<TId>(Guid value) where TId : struct, IStrongId<TId> => TId.From(value);

    public static bool IsStrongId(Type type) => type.IsValueType && type.GetInterfaces().Any(implemented =>
        implemented.IsGenericType && implemented.GetGenericTypeDefinition() == typeof(IStrongId<>));
}
