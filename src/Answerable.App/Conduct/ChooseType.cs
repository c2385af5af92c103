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
        public Task<Outcome<Done>> Handle(ChooseType act, ActContext context, CancellationToken stop) => OnDesk.DoAsync(context, act.Contact, async handling =>
        {
            if (string.IsNullOrWhiteSpace(act.Type))
                return new Refusal("contact.no-type", "Choose what the contact is about.", nameof(Type));
            if (await WalkInHand.OfAsync(context, handling, stop) is { Walk.End: null } before)
            {
                if (handling.Type == act.Type)
                    return Done.It;
                // What began under the wrong type ends as such; the figures must not take it for an outcome of the right one.
                var broken = await before.TakeAsync(new Move.BreakOff(BreakOffReason.OtherMatter), stop);
                if (!broken.Allowed)
                    return broken.Then<Done>(_ => Done.It);
            }
            handling.Walk = null;
            return await Guiding.BeginAsync(context, handling, act.Type.Trim(), stop);
        }, stop);
    }
}
