using System.Text.Json;

namespace WorkshopHub.Web.Workshops.Agenda.Templates;

/// <summary>An item of a template.</summary>
public sealed record TemplateItem
{
    /// <summary>How long it takes.</summary>
    public int Minutes { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Key of its kind. Of an item that takes up an earlier activity: of the one that stands in where that is missing.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its word in this template, by which others take it up; null where none does.</summary>
    public string? Key { get; init; }

    /// <summary>Run, Reveal or Review.</summary>
    public string Act { get; init; } = "Run";

    /// <summary>The activity it takes up: a key before it, or workshop and series, e.g. KickOff:offers; null for its own.</summary>
    public string? Of { get; init; }

    /// <summary>The activity that its own one is about, named like <see cref="Of"/>; null for none.</summary>
    public string? Source { get; init; }

    /// <summary>What stands on wall and phones.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>What it is good for.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>For whoever runs the room.</summary>
    public string Note { get; init; } = "";

    /// <summary>For the set advisors.</summary>
    public string AdvisorNote { get; init; } = "";

    /// <summary>The roles that take part; none means everybody.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Named, SetOnly, Anonymous or Private; null for what the kind prefers.</summary>
    public string? NameMode { get; init; }

    /// <summary>Live, AfterClose or Never; null for what the kind prefers.</summary>
    public string? Reveal { get; init; }

    /// <summary>The word that the same thing carries in other workshops of the programme.</summary>
    public string Series { get; init; } = "";

    /// <summary>The room: 0 for all, 1 or 2 where two groups of sets work at once.</summary>
    public int Room { get; init; }

    /// <summary>What people do where this program doesn't have the kind: Talk, Conversation or Rest.</summary>
    public string? StandsAs { get; init; }

    /// <summary>The kind's settings as far as they differ from those of a new activity; null for none.</summary>
    public JsonElement? Settings { get; init; }
}

/// <summary>An agenda to start from. Using it adds and never deletes.</summary>
public sealed record AgendaTemplate
{
    /// <summary>What the file says it is.</summary>
    public const string FormatWord = "workshophub-agenda";

    /// <summary>See <see cref="FormatWord"/>.</summary>
    public string Format { get; init; } = FormatWord;

    /// <summary>The version of the format.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Its word in forms; own ones are own-7.</summary>
    public string Key { get; init; } = "";

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>One line.</summary>
    public string Description { get; init; } = "";

    /// <summary>KickOff, MidTerm or Final; null for any.</summary>
    public string? Workshop { get; init; }

    /// <summary>CommonProblem or OwnProblem; null for any.</summary>
    public string? Programme { get; init; }

    /// <summary>Local time at which it is meant to start, HH:mm; null for any.</summary>
    public string? Starts { get; init; }

    /// <summary>Local time by which it ends, HH:mm; null for any.</summary>
    public string? Ends { get; init; }

    /// <summary>Its items in order.</summary>
    public IReadOnlyList<TemplateItem> Items { get; init; } = [];
}
