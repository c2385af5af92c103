using Answerable.Model;

namespace Answerable.App;

/// <summary>The one place ids come from: ordered by time, so that indexes grow at their end.</summary>
public static class Ids
{
#pragma warning disable RS0030 // This is that one place.
    public static Guid New() => Guid.CreateVersion7();
#pragma warning restore RS0030

    public static TId New<TId>() where TId : struct, IStrongId<TId> => TId.From(New());
}
