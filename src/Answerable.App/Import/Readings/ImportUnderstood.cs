using System.Globalization;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>The first rows of a file that has been read through, as an import would take them.</summary>
[Needs(Permission.ImportData)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record ImportUnderstood(ImportId Id) : IReading<IReadOnlyList<ImportUnderstood.Understood>>,
    ILook<IReadOnlyList<ImportUnderstood.Understood>>
{
    Look? ILook<IReadOnlyList<ImportUnderstood.Understood>>.Seen(IReadOnlyList<Understood> result) => new(Sight.FileToImport, Id.Value);

    private const int Most = 8;

    /// <param name="Rejected">Why the row is none, where it is none.</param>
    public sealed record Understood(long Line, string Name, DateTimeOffset? Arrived, string? Outcome, string? Wait, string? Talk, string? Queue,
        string? Agent, string? Rejected, string? Came = null);

    internal sealed class Reader(CentreInForce centre, ImportFolder folder) : IAnswer<ImportUnderstood, IReadOnlyList<Understood>>
    {
        public async Task<Outcome<IReadOnlyList<Understood>>> Answer(ImportUnderstood reading, ReadingContext context, CancellationToken stop)
        {
            var (master, row) = (context.Db.Master, await context.Db.Set<ImportRow>().SingleOrDefaultAsync(row => row.Id == reading.Id, stop));
            if (row is null || !row.FindProfile(master).Allowed || folder.Of(row) is not { Exists: true } file)
                return new List<Understood>();
            var profile = row.FindProfile(master).Value.In(await centre.NowAsync());
            var rows = new RowReading(profile, context.Now.AddDays(1));
            using var opened = file.Open(profile.Encoding);
            return profile.Format.Read(opened.Text).Where(one => one.Aside is null).Take(Most).Select(one => rows.Read(one))
                .Select(read => Of(read, profile.Identity)).ToList();
        }

        private static Understood Of(Reading read, IReadOnlyList<string> identity)
        {
            var name = Remark.Masked(string.Join('/', identity.Select(column => read.Row[column])));
            return read.Contact is not { } contact ? new(read.Row.Line, name, null, null, null, null, null, null, Remark.Masked(read.Rejected!))
                : contact.Whole is not { } whole ? new(read.Row.Line, name, contact.Facts[0].At, "A part of a call", null, null, null, null, null)
                : new(read.Row.Line, name, contact.Facts[0].At, whole.State.ToString(),
                    Clock(whole.WaitMs, whole.WaitUnknown),
                    whole.State is ContactState.Handled ? Clock(whole.TalkMs, whole.TalkUnknown) : "", whole.Queue, whole.AgentName, null,
                    Way(whole));
        }

        private static string Way(ContactRecorded whole) =>
            whole.Direction is Direction.Inbound ? whole.Channel.ToString() : $"{whole.Channel}, {whole.Direction.ToString().ToLowerInvariant()}";

        private static string Clock(long milliseconds, bool unknown) => unknown ? "not known"
            : string.Create(CultureInfo.InvariantCulture,
                $"{milliseconds / 3_600_000}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00}");
    }
}
