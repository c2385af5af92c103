using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Contacts;

internal static class ContactsModule
{
    public static IServiceCollection AddContacts(this IServiceCollection services) => services.Offers(typeof(ContactTimeline));
}
