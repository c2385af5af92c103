using Answerable.App.Acts;
using Answerable.App.Mail;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>Says whither the journal's head is sent each day; what is empty is sent nowhere.</summary>
/// <param name="Path">A folder of the server, by its whole path.</param>
/// <param name="Url">An address of one's own, to which it is posted as JSON.</param>
[Needs(Permission.AdministerSystem)]
public sealed record ChangeAnchoring([ToTheLetter] string Path, string Url, string MailTo, long? Revision = null) : IAct<Done>
{
    private const int Longest = 1000;

    internal sealed class Handler(AnchorPost post) : IHandle<ChangeAnchoring, Done>
    {
        public async Task<Outcome<Done>> Handle(ChangeAnchoring act, ActContext context, CancellationToken stop)
        {
            var row = await AnchoringRow.OfAsync(context.Db, stop);
            if (ChangedMeanwhile.Of(act.Revision, row.Revision) is { } overtaken)
                return overtaken;
            var (folder, url, mail) = (act.Path.Trim(), act.Url.Trim(), act.MailTo.Trim());
            var refusals = new List<Refusal>();
            if (folder.Length > 0 && (folder.Length > Longest || !System.IO.Path.IsPathFullyQualified(folder) || !Directory.Exists(folder)))
                refusals.Add(new Refusal("anchor.folder", "Give the whole path of a folder that is there on the server, such as /srv/anchors.",
                    nameof(ChangeAnchoring.Path)));
            if (url.Length > 0 && (url.Length > Longest || !post.Allows(url)))
                refusals.Add(new Refusal("anchor.url", "Give an address that begins with https:// and holds no user name, such as "
                    + "https://keep.example.org/anchors.", nameof(ChangeAnchoring.Url)));
            if (mail.Length > 0 && !MailAddresses.IsAddress(mail))
                refusals.Add(new Refusal("anchor.mail", "Give one e-mail address, such as auditor@example.org.", nameof(MailTo)));
            else if (mail.Length > 0 && !await context.Db.Set<MailSettingsRow>().AnyAsync(stop))
                refusals.Add(Post.NotSetUp with { Field = nameof(MailTo) });
            if (refusals.Count > 0)
                return refusals;
            var before = row.Places.ToList();
            (row.Folder, row.Url, row.MailTo, row.Revision, row.Rests) = (folder, url, mail, row.Revision + 1, false);
            foreach (var changed in before.Except(row.Places).Concat(row.Places.Except(before)).Select(place => place.Place).Distinct())
                await AnchorSendingRow.LeaveAsync(context.Db, changed, DateOnly.FromDateTime(context.Now.UtcDateTime), stop);
            context.Happened(new AnchoringChanged(folder.Length > 0, url.Length > 0, mail.Length > 0), CentreId.TheOne);
            context.Tell(AnchorRound.News);
            return Done.It;
        }
    }
}
