using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WorkshopHub.Tests.Hostile;

/// <summary>A field that a page reads, found by what the page is made of, so that a new one is among them.</summary>
/// <param name="Name">As it is sent.</param>
/// <param name="Right">Something of the right sort; null for words.</param>
internal sealed partial record Field(string Name, string? Right)
{
    private const int Deep = 3;

    /// <summary>What a handler takes as its own, and what its page does.</summary>
    public static IEnumerable<Field> Of(CompiledPageActionDescriptor page, string verb, string? handler) =>
        page.BoundProperties.SelectMany(one => Of(NameOf(one), one.ParameterType, 0)).Concat(page.HandlerMethods
            .Where(one => one.HttpMethod.Equals(verb, StringComparison.OrdinalIgnoreCase) && (one.Name ?? "").Equals(handler ?? "", StringComparison.OrdinalIgnoreCase))
            .SelectMany(one => one.Parameters)
            .Where(one => one.BindingInfo?.BindingSource != BindingSource.Services && one.ParameterType != typeof(CancellationToken))
            .SelectMany(one => Of(NameOf(one), one.ParameterType, 0).SelectMany<Field, Field>(field =>
                // What a handler takes as a whole is sent by the names of its parts.
                field.Name.StartsWith(NameOf(one) + ".", StringComparison.Ordinal) ? [field with { Name = field.Name[(NameOf(one).Length + 1)..] }] : [field])));

    private static string NameOf(ParameterDescriptor one) => one.BindingInfo?.BinderModelName ?? one.Name;

    /// <summary>What stands in a page's forms: many a handler reads them by name.</summary>
    public static IEnumerable<Field> In(string html) => Named().Matches(html).Select(match => match.Groups[1].Value)
        .Where(name => name is not "__RequestVerificationToken").Distinct(StringComparer.Ordinal).Select(name => new Field(name, null));

    private static IEnumerable<Field> Of(string name, Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || type == typeof(object))
        {
            return [new(name, null)];
        }

        if (RightOf(type) is { } right)
        {
            return [new(name, right)];
        }

        if (typeof(IDictionary).IsAssignableFrom(type) || (type.IsGenericType && type.GetGenericTypeDefinition().Name.Contains("Dictionary", StringComparison.Ordinal)))
        {
            return [new($"{name}[1]", null), new($"{name}[ill]", null)];
        }

        if ((type.GetElementType() ?? (typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments().FirstOrDefault() : null)) is { } item)
        {
            return depth >= Deep ? [] : [.. Of(name, item, depth + 1), .. Of($"{name}[0]", item, depth + 1)];
        }

        return depth >= Deep || type.Namespace?.StartsWith("WorkshopHub", StringComparison.Ordinal) is not true ? []
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.CanWrite)
                .SelectMany(one => Of($"{name}.{one.Name}", one.PropertyType, depth + 1));
    }

    private static string? RightOf(Type type) => type switch
    {
        _ when type.IsEnum => Enum.GetNames(type)[0],
        _ when type == typeof(bool) => "true",
        _ when type == typeof(DateOnly) => "2026-05-05",
        _ when type == typeof(TimeOnly) => "09:30",
        _ when type == typeof(DateTime) || type == typeof(DateTimeOffset) => "2026-05-05T09:30:00Z",
        _ when type == typeof(Guid) => Guid.Empty.ToString(),
        _ when type.IsPrimitive || type == typeof(decimal) => "1",
        _ => null,
    };

    [GeneratedRegex("""<(?:input|textarea|select|button)\b[^>]*\sname="([^"]+)""")]
    private static partial Regex Named();
}
