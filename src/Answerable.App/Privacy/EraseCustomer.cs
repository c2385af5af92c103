using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>
/// Erases a customer: their key and the keys of their contacts are destroyed, the reference can no longer be looked up, and where import remarks name
/// it, they are emptied. Statistics and the journal's lines stay, and name nobody. A contact that somebody has in hand goes on with a new record of
/// the same person, which can be erased in its turn; one that waits or was left goes on without a customer.
/// </summary>
[Needs(Permission.EraseCustomers)]
public sealed record EraseCustomer([ToTheLetter] string Reference, string Reason) : IAct<EraseCustomer.Erasure>, ILook<EraseCustomer.Erasure>
{
    Look? ILook<EraseCustomer.Erasure>.Seen(EraseCustomer.Erasure result) => new(Sight.Erasure, result.Customer.Value);

    /// <param name="InHand">Contacts that somebody had in hand and go on under the same reference, as somebody new.</param>
    /// <param name="Without">How many were open in nobody's hand and go on without a customer.</param>
    /// <param name="Files">Files that named them and were put away.</param>
    public sealed record Erasure(CustomerId Customer, int Contacts, int Keys, IReadOnlyList<ContactId> InHand, int Without,
        IReadOnlyList<FilePutAway> Files);

    internal static Refusal? Amiss(string reason, string reference) => reason.Shown().Length switch
    {
        0 => new Refusal("customer.no-reason", "Say why: the request's date or reference.", nameof(Reason)),
        > 500 => new Refusal("customer.long-reason", "Keep this within 500 characters.", nameof(Reason)),
        _ => Names(reason, reference.Trim())
            ? new Refusal("customer.named-in-reason",
                "The reason stands in the journal for good, and this one holds the customer's reference: say it without.", nameof(Reason))
            : null,
    };

    /// <summary>As words of its own. A few digits alone may be a day or the number of the request.</summary>
    private static bool Names(string reason, string reference) => (reference.Length > 4 || reference.Any(char.IsLetter))
        && $" {Words(reason)} ".Contains($" {Words(reference)} ", StringComparison.Ordinal);

    private static string Words(string text) => string.Join(' ', new string([.. text.ToUpperInvariant()
        .Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    internal sealed class Handler(IEnumerable<IEraseToo> others) : IHandle<EraseCustomer, ErasureForeseen.Found, Erasure>
    {
        private static readonly ContactState[] OpenStates = [ContactState.Waiting, ContactState.Talking, ContactState.Wrapping];

        public async Task<Outcome<ErasureForeseen.Found>> Prepare(EraseCustomer act, ReadingContext context, CancellationToken stop) =>
            Amiss(act.Reason, act.Reference) is { } amiss ? amiss
                : await ErasureForeseen.FindAsync(context.Db, others, act.Reference, stop);

        public async Task<Outcome<Erasure>> Decide(EraseCustomer act, ErasureForeseen.Found found, ActContext context, CancellationToken stop)
        {
            var customer = await context.Db.Set<CustomerRow>().SingleAsync(row => row.Id == found.Customer, stop);
            if (customer.ErasedAt is not null)
                return Overtaken.Refusal;
            var contacts = await context.Db.Set<ContactRow>().Where(row => row.Customer == customer.Id)
                .Select(row => new Theirs(row.Id, row.Kind, OpenStates.Contains(row.State))).ToListAsync(stop);
            var inHand = found.Reference is null ? [] : await ErasureForeseen.InHandAsync(context.Db, others, customer.Id, stop);
            var keys = await PersonalVault.DestroyAsync(context.Db, [customer.Id.Value, .. contacts.Select(contact => contact.Id.Value)], stop);
            (customer.Lookup, customer.Reference, customer.ErasedAt) = (null, null, context.Now);
            context.Happened(new CustomerErased(act.Reason.Shown(), keys), customer.Id);
            await context.Db.SaveChangesAsync(stop);
            var without = await GoOnAsync(context, contacts.FindAll(contact => contact.Open), inHand, found.Reference, stop);
            foreach (var parting in found.Partings)
                await parting.DoAsync(context, stop);
            await context.AfterwardsAnewAsync(new WipeErased(), WipeErased.Doing, stop);
            return new Erasure(customer.Id, contacts.Count, keys, inHand, without, [.. found.Partings.SelectMany(parting => parting.Files)]);
        }

        /// <returns>How many go on without a customer.</returns>
        private static async Task<int> GoOnAsync(ActContext context, List<Theirs> open, List<ContactId> inHand, string? reference,
            CancellationToken stop)
        {
            CustomerId? anew = inHand.Count > 0 ? await Customers.IdOfAsync(context.Db, reference!, context.Now, stop) : null;
            foreach (var contact in open)
                context.Happened(new ContactCustomerErased(inHand.Contains(contact.Id) ? anew : null), contact.Id, contact.Kind);
            await context.Db.SaveChangesAsync(stop);
            return open.Count(contact => !inHand.Contains(contact.Id));
        }
    }

    private sealed record Theirs(ContactId Id, FactKind Kind, bool Open);
}
