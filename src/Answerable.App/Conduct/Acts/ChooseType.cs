using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Says what a contact is about; the procedure in force for it begins to guide.</summary>
[Needs(Permission.HandleContacts)]
public sealed record ChooseType(ContactId Contact, string Type) : IAct<Done>
{
    internal sealed class Handler : IHandle<ChooseType, Done>
    {
        public async Task<Outcome<Done>> Handle(ChooseType act, ActContext context, CancellationToken stop)
        {
            if (await ContactInHand.OfAsync(context, act.Contact, stop) is not { } inHand)
                return ConductRefusals.NoSuchContact;
            var type = act.Type.Shown();
            var guide = type.Length == 0 ? null : await Guides.OfAsync(context, type, inHand.Row.Case, stop);
            return await inHand.TakeAsync(new HandlingMove.ChooseType(type, guide), stop);
        }
    }
}
