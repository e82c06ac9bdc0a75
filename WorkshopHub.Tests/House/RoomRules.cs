using System.Text.RegularExpressions;

namespace WorkshopHub.Tests.House;

/// <summary>Which room may lean on which, and who writes a table.</summary>
public static partial class RoomRules
{
    /// <summary>The rooms that a room may use, beside itself and Shared. A room that is not here may use nothing.</summary>
    public static IReadOnlyDictionary<string, string[]> MayUse { get; } = new Dictionary<string, string[]>
    {
        ["Shared"] = [],
        ["Data"] = [],
        ["Live"] = ["Data", "Accounts"],
        ["Accounts"] = ["Data"],
        ["Home"] = ["Data", "Accounts"],
        ["People"] = ["Data", "Accounts"],
        ["Programmes"] = ["Data", "Accounts", "People"],
        ["Sets"] = ["Data", "Accounts", "Live", "Programmes"], // what a set works on: problem, goals, measures
        ["Workshops"] = ["Data", "Accounts", "Live", "Activities", "Screens"], // the control room works the screens
        ["Activities"] = ["Data", "Accounts", "Live", "Programmes", "Sets"],
        ["Screens"] = ["Data", "Accounts", "Live", "Activities"],
        ["Reports"] = ["Data", "Accounts", "Programmes", "Sets", "Activities"], // reads what they tell
        ["Operations"] = ["Data", "Accounts", "Live"],
    };

    /// <summary>A room uses only the rooms below it; Program.cs and Demo may use all, and nobody uses Demo or Reports.</summary>
    public static IEnumerable<string> RoomsLeanOneWay(IEnumerable<Source> sources) =>
        from source in sources
        where source.Room is not ("" or "Demo")
        from Match used in UsedRoom().Matches(source.Text)
        let room = used.Groups[1].Value
        where room != source.Room && room != "Shared"
            && !MayUse.GetValueOrDefault(source.Room, []).Contains(room, StringComparer.Ordinal)
        select source.At(used.Index, $"is of {source.Room} and uses {room}");

    /// <summary>A table is written in one room's SQL only.</summary>
    public static IEnumerable<string> OneRoomWritesATable(IEnumerable<Source> sources) =>
        from source in sources
        where source.IsCode
        from Match write in Write().Matches(source.Text)
        group (source.Room, Place: source.At(write.Index, write.Value.ReplaceLineEndings(" ")))
            by write.Groups[1].Value.ToLowerInvariant() into table
        where table.Select(write => write.Room).Distinct().Skip(1).Any()
        select $"{table.Key} is written by several rooms: {string.Join(", ", table.Select(write => write.Place))}";

    /// <summary>Folders are named for the thing, not for its technique.</summary>
    public static IEnumerable<string> NoFolderOfLeftovers(IEnumerable<string> paths) => paths.Where(path => path.Split('/')
        .Any(part => part.ToLowerInvariant() is "services" or "helpers" or "repositories" or "models" or "utils" or "pages"));

    [GeneratedRegex(@"\bWorkshopHub\.Web\.([A-Z]\w*)\b")]
    private static partial Regex UsedRoom();

    [GeneratedRegex(
        @"\b(?:INSERT\s+(?:OR\s+[A-Z]+\s+)?INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+[A-Z]+)?(?!\s+SET\b)|DELETE\s+FROM)\s+([a-z_]+)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Write();
}
