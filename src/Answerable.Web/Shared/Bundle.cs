using System.Security.Cryptography;

namespace Answerable.Web.Shared;

/// <summary>Names bundled files by what is in them, so that browsers may keep them for good.</summary>
internal sealed class Bundle(IWebHostEnvironment environment)
{
    private readonly Dictionary<string, string> _urls = environment.WebRootFileProvider.GetDirectoryContents("")
        .Where(file => !file.IsDirectory)
        .ToDictionary(file => file.Name, file => $"/{file.Name}?v={HashOf(file.PhysicalPath!)}");

    public string Url(string name) => _urls.GetValueOrDefault(name, $"/{name}");

    public bool Has(string name) => _urls.ContainsKey(name);

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))[..10];
}
