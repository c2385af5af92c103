using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>Changes a contact type's name, boundaries and channels; its code stays, whatever the form says.</summary>
[Needs(Permission.WriteProcedures)]
public sealed record ChangeContactType(string Code, long Revision, ContactType Type) : IAct<Done>
{
    internal sealed class Handler : IHandle<ChangeContactType, Done>
    {
        public async Task<Outcome<Done>> Handle(ChangeContactType act, ActContext context, CancellationToken stop)
        {
            var row = await context.Db.Set<ContactTypeRow>().SingleOrDefaultAsync(row => row.Code == act.Code, stop);
            if (row is null)
                return ProceduresRefusals.NoSuchType;
            if (row.Revision != act.Revision)
                return new Refusal("changed-meanwhile",
                    "Somebody changed this contact type after you opened it. Nothing of yours is lost: look at it as it is now, and save again if " +
                    "it still fits.");
            var type = ContactTypeText.Tidy(act.Type with { Code = row.Code });
            var refusals = ContactTypeText.Refusals(type);
            if (type.Name != row.Name && type.Name.Length > 0 && type.Name.NameRefused("Name") is { } unreadable)
                refusals.Add(unreadable);
            var others = context.Db.Set<ContactTypeRow>().Where(other => other.Id != row.Id).Select(other => other.Name);
            if (await others.HoldAsync(type.Name, stop))
                refusals.Add(new Refusal("contact-type.name-known", "There is a contact type of this name already.", "Name"));
            if (refusals.Count > 0)
                return refusals;
            if (ContactTypeText.Differences(row.Type(), type) is not { Count: > 0 } differences)
                return Done.It;
            row.Take(type);
            context.Happened(new ContactTypeChanged(row.Code, differences, row.Hash()), row.Id);
            return Done.It;
        }
    }
}
