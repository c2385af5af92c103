using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.People;
using NodaTime;

namespace Answerable.App.Centre;

/// <summary>Says what the centre is called, by which clock its days are cut, what it reckons in and which bank holidays it keeps.</summary>
/// <param name="Holidays">A part of the United Kingdom as data files write it; empty for none.</param>
/// <param name="AfterContactMinutes">After how long a contact is closed whose after-contact work is never told to be over; null leaves it.</param>
/// <param name="Revision">Of the settings as they were looked at; null changes them whatever they are.</param>
[Needs(Permission.AdministerSystem)]
public sealed record ChangeCentre(string Name, string Zone, string Currency, string Holidays, long? Revision = null, int? AfterContactMinutes = null)
    : IAct<Done>
{
    internal sealed class Handler(CentreInForce centre) : IHandle<ChangeCentre, Done>
    {
        public async Task<Outcome<Done>> Handle(ChangeCentre act, ActContext context, CancellationToken stop)
        {
            var row = await CentreRow.OfAsync(context.Db, stop);
            var asked = new CentreChanged(act.Name.Shown(), act.Zone.Trim(), act.Currency.Trim().ToUpperInvariant(), act.Holidays.Trim(),
                act.AfterContactMinutes);
            List<Refusal> refusals = [.. CentreRefusals.Changed(row, act.Revision), .. Refusals(asked, row)];
            if (refusals.Count > 0)
                return refusals;
            (row.Name, row.Zone, row.Currency, row.Holidays) = (asked.Name, asked.Zone, asked.Currency, asked.Holidays);
            row.AfterContactMinutes = asked.AfterContactMinutes ?? row.AfterContactMinutes;
            centre.Change(row, context, asked);
            return Done.It;
        }

        private static IEnumerable<Refusal> Refusals(CentreChanged asked, CentreRow row)
        {
            if (asked.Name.Length is 0 or > CentreSettings.LongestName)
                yield return new Refusal("centre.name", $"Give the centre a name of up to {CentreSettings.LongestName} characters.", nameof(Name));
            else if (!asked.Name.ReadsAsItIs())
                yield return ShownText.Misleading(nameof(Name));
            // Both are asked: figures are cut by the one, dates are shown by the other.
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(asked.Zone) is null || !TimeZoneInfo.TryFindSystemTimeZoneById(asked.Zone, out _))
                yield return new Refusal("centre.zone", $"'{asked.Zone}' is not a time zone; write it as {CentreSettings.Usual.Zone}.", nameof(Zone));
            if (Currencies.Find(asked.Currency) is null)
                yield return new Refusal("centre.currency",
                    $"'{asked.Currency}' is not a currency known here: {string.Join(", ", Currencies.All.Select(known => known.Code))}.",
                        nameof(Currency));
            else if (asked.Currency != row.Currency && row.CurrencyHeldAt is not null)
                yield return new Refusal("centre.currency-held",
                    $"Limits have been set in {row.Read().Currency.Units}, and amounts are not converted: "
                    + $"keep {row.Currency}, or begin a new centre.", nameof(Currency));
            if (asked.AfterContactMinutes is < 1 or > CentreSettings.LongestAfterContact)
                yield return new Refusal("centre.after-contact",
                    $"Give the time for after-contact work in whole minutes, 1 to {CentreSettings.LongestAfterContact:#,0}.",
                    nameof(AfterContactMinutes));
            if (asked.Holidays.Length > 0 && HolidayParts.Find(asked.Holidays) is null)
                yield return new Refusal("centre.holidays",
                    $"Bank holidays are those of {string.Join(", ", HolidayParts.All.Select(part => part.Code()))}; leave it empty for none.",
                        nameof(Holidays));
        }
    }
}
