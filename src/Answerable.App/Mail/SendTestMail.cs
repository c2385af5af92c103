using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Mail;

/// <summary>Sends a letter at once, beside the outbox, so that the server's own answer can be told. Returns it.</summary>
[Needs(Permission.AdministerSystem)]
public sealed record SendTestMail(string To) : IAct<string>
{
    internal sealed class Handler(SmtpPost post) : IHandle<SendTestMail, string, string>
    {
        public async Task<Outcome<string>> Prepare(SendTestMail act, ReadingContext context, CancellationToken stop)
        {
            if (!MailAddresses.IsAddress(act.To.Trim()))
                return new Refusal("mail.to", "Give one e-mail address, such as name@example.org.", nameof(To));
            if (await MailSettingsRow.FindAsync(context.Db, stop) is not { } settings)
                return Post.NotSetUp;
            var letter = new Letter(act.To.Trim(), "A test from your centre",
                $"This is the test mail that was asked for by {context.Who.Name}. Mail from the centre reaches you.\n");
            var handed = await post.SendAsync(settings.Server(context.Db.Master), Ids.New<LetterId>(), letter, context.Now, stop);
            return handed.Taken ? handed.Says : new Refusal("mail.refused", handed.Says);
        }

        public Task<Outcome<string>> Decide(SendTestMail act, string prepared, ActContext context, CancellationToken stop) =>
            Task.FromResult<Outcome<string>>(prepared);
    }
}
