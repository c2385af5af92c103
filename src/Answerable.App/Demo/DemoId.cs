using System.Security.Cryptography;
using System.Text;
using Answerable.Model;

namespace Answerable.App.Demo;

/// <summary>Ids of invented things come from their names, so that filling again finds what is there instead of making it twice.</summary>
internal static class DemoId
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"fenwick-and-vale/{name}")).AsSpan(0, 16));

    public static TId Of<TId>(string name) where TId : struct, IStrongId<TId> => TId.From(Of(name));
}
