using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Keys;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Keys;

/// <summary>Makes a key for another system, or for a person's own tools.</summary>
/// <param name="Source">The system's name in the journal; the key's own name where none is given. A new key of the same source takes over from an old
/// one without doubling anything.</param>
/// <param name="Owner">The person whose key it is; none for a system.</param>
[Needs(Permission.AdministerSystem)]
public sealed record CreateKey(string Name, string? Source = null, PersonId? Owner = null) : IAct<CreateKey.Created>
{
    /// <param name="Secret">Shown once; only its hash is kept.</param>
    public sealed record Created(KeyId Key, string Secret);

    internal sealed class Handler : IHandle<CreateKey, Created>
    {
        public async Task<Outcome<Created>> Handle(CreateKey act, ActContext context, CancellationToken stop)
        {
            var name = act.Name.Shown();
            var source = act.Source.Shown() is { Length: > 0 } said ? said : name;
            var refusals = Check(name, source);
            if (await context.Db.Set<KeyRow>().Where(row => row.RevokedAt == null).Select(row => row.Name).HoldAsync(name, stop))
                refusals.Add(
                    new Refusal("key.name-taken", $"There is a key '{name}' in use. Revoke it first, or choose another name with the same source.",
                    nameof(Name)));
            if (act.Owner is { } owner
                && !await context.Db.Set<PersonRow>().AnyAsync(person => person.Id == owner && person.DeactivatedAt == null, stop))
                refusals.Add(new Refusal("not-found", "That person no longer works here. Choose another.", nameof(Owner)));
            if (refusals.Count > 0)
                return refusals;
            var secret = KeyRow.NewSecret();
            var key = new KeyRow
            {
                Id = Ids.New<KeyId>(),
                Name = name,
                Source = source,
                Owner = act.Owner,
                Hash = KeyRow.HashOf(secret),
                CreatedAt =
                context.Now,
                CreatedBy = context.Who.Name
            };
            context.Db.Add(key);
            context.Happened(new KeyCreated(key.Id, name, source, act.Owner), key.Id);
            return new Created(key.Id, secret);
        }

        private static List<Refusal> Check(string name, string source)
        {
            var refusals = new List<Refusal>();
            if (name.Length is 0 or > 60)
                refusals.Add(new Refusal("key.name", "Give the key a name of at most 60 characters, such as the system it is for.", nameof(Name)));
            else if (CardMask.Masked(name))
                refusals.Add(new Refusal("key.card", "That is a card number. Name the key after the system it is for.", nameof(Name)));
            else if (!name.ReadsAsItIs())
                refusals.Add(ShownText.Misleading(nameof(Name)));
            if (refusals.Count == 0 && CardMask.Masked(source))
                refusals.Add(new Refusal("key.card", "That is a card number. Name the source after the system it is.", nameof(Source)));
            else if (source.Length > 60 || source.Any(character => !char.IsLetterOrDigit(character) && character is not ('-' or '_' or '.' or ' ')))
                refusals.Add(new Refusal("key.source", "A source is at most 60 letters, digits, spaces, dots and dashes, such as telephony-north.",
                    nameof(Source)));
            return refusals;
        }
    }
}
