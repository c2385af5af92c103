using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>Defines a contact type and its boundaries. Its code is what contacts and figures carry from then on.</summary>
[Needs(Permission.WriteProcedures)]
public sealed record DefineContactType(ContactType Type) : IAct<ContactTypeId>
{
    internal sealed class Handler : IHandle<DefineContactType, ContactTypeId>
    {
        public async Task<Outcome<ContactTypeId>> Handle(DefineContactType act, ActContext context, CancellationToken stop)
        {
            var type = ContactTypeText.Tidy(act.Type);
            var refusals = ContactTypeText.Refusals(type);
            if (type.Name.Length > 0 && type.Name.NameRefused("Name") is { } unreadable)
                refusals.Add(unreadable);
            if (await context.Db.Set<ContactTypeRow>().AnyAsync(row => row.Code == type.Code, stop))
                refusals.Add(new Refusal("contact-type.code-known", "There is a contact type with this code already.", "Code"));
            if (await context.Db.Set<ContactTypeRow>().Select(row => row.Name).HoldAsync(type.Name, stop))
                refusals.Add(new Refusal("contact-type.name-known", "There is a contact type of this name already.", "Name"));
            if (refusals.Count > 0)
                return refusals;
            var row = new ContactTypeRow { Id = Ids.New<ContactTypeId>(), Code = type.Code }.Take(type);
            context.Db.Set<ContactTypeRow>().Add(row);
            context.Happened(new ContactTypeDefined(type.Code, type.Name, type.Routine, row.Hash()), row.Id);
            return row.Id;
        }
    }
}
