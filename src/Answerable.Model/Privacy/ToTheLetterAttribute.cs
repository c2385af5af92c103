using System.Reflection;

namespace Answerable.Model.Privacy;

/// <summary>
/// A text of an act that is compared to the letter and so is not masked: passwords, codes and keys are kept by their hash or not at all, paths and
/// hashes are of files, references are looked up and refused where they are cards. Every other text is masked before the act is decided.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ToTheLetterAttribute : Attribute
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static bool Marks(PropertyInfo property) => property.DeclaringType!.GetConstructors(Any).SelectMany(made => made.GetParameters())
        .Any(part => part.Name == property.Name && part.IsDefined(typeof(ToTheLetterAttribute), inherit: false));
}
