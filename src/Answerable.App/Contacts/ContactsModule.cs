using Answerable.App.Acts;
using Answerable.App.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Contacts;

internal sealed class ContactsModule : IModule
{
    public void AddTo(IServiceCollection services) => services.AddSingleton<IProjection, ContactProjection>().Offers(typeof(ContactTimeline));
}
