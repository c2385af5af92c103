using Answerable.App.Acts;
using Answerable.App.Privacy;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Privacy;

namespace Answerable.App.Conduct;

/// <summary>The customer an agent names, made known where they were not.</summary>
internal static class NamedCustomer
{
    private const string Field = "Reference";

    public static async Task<Outcome<CustomerId>> OfAsync(ActContext context, string typed, CancellationToken stop)
    {
        if (!CustomerReference.Readable(typed))
            return new Refusal("customer.reference",
                $"Type the customer's reference, such as an account number of up to {CustomerReference.Longest} characters.", Field);
        return CustomerReference.Nobody(typed) switch
        {
            NamesNobody.Card => new Refusal("customer.card", "This looks like a card number, which is never kept. Use the account number.", Field),
            NamesNobody.Withheld or NamesNobody.Rounded =>
                new Refusal("customer.nobody", "This names nobody. Leave it empty until the customer is known.", Field),
            null => await Customers.IdOfAsync(context.Db, typed.Trim(), context.Now, stop),
        };
    }
}
