using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Contacts;

internal sealed class ContactsModule : IModule
{
    public void AddTo(IServiceCollection services) => services.Offers(typeof(ContactTimeline));
}
