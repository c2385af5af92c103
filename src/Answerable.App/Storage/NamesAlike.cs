using Answerable.Model;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

/// <summary>Whether a name is taken, as people read names and not as a database compares them: they are few, and read whole.</summary>
internal static class NamesAlike
{
    public static async Task<bool> HoldAsync(this IQueryable<string> names, string name, CancellationToken stop) =>
        (await names.ToListAsync(stop)).Exists(known => known.LooksLike(name));
}
