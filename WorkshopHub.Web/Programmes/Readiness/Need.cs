using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Readiness;

/// <summary>How strong a rule is.</summary>
public enum Weight
{
    /// <summary>The programme can't go on without it, and nobody can override it.</summary>
    Hard,

    /// <summary>A facilitator may go on without it after writing why.</summary>
    Warn,

    /// <summary>Good to know; it holds nothing up.</summary>
    Show,
}

/// <summary>Who has to act.</summary>
public enum Doer
{
    /// <summary>Whoever runs the programme.</summary>
    Office,

    /// <summary>Supervisors of members.</summary>
    Supervisors,

    /// <summary>Members of sets.</summary>
    Members,

    /// <summary>The sponsor.</summary>
    Sponsor,

    /// <summary>Everybody who is asked to the kick-off.</summary>
    Invited,
}

/// <summary>Until when something must be there.</summary>
public enum Stage
{
    /// <summary>Before the programme counts as ready.</summary>
    Ready,

    /// <summary>Before a set meets for the first time; the kick-off settles it.</summary>
    FirstMeeting,
}

/// <summary>Whether something is there.</summary>
public enum NeedState
{
    /// <summary>It is there.</summary>
    Done,

    /// <summary>It is missing, and a facilitator goes on without it.</summary>
    Overridden,

    /// <summary>It is missing.</summary>
    Open,
}

/// <summary>Somebody who has to act.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">Where a letter reaches them, or null.</param>
public sealed record NeedPerson(long Id, string Name, string? Email)
{
    /// <summary>The first name.</summary>
    public string First => Called.First(Name);
}

/// <summary>One thing that a programme needs.</summary>
/// <param name="Group">What sort of thing it is: fulfilled ones of a group are told in one line.</param>
/// <param name="Of">Whom or what it is about; with the group it names the need, so that an override holds for nothing else.</param>
/// <param name="Who">Who has to act.</param>
/// <param name="Weight">How strong the rule is.</param>
/// <param name="Text">What is missing, in a sentence; {set} stands for the set's mark and name. Empty where nothing is.</param>
public sealed record Need(string Group, string Of, Doer Who, Weight Weight, string Text)
{
    /// <summary>Names it in overrides and reminders.</summary>
    public string Key => Of.Length == 0 ? Group : $"{Group}:{Of}";

    /// <summary>Until when it must be there.</summary>
    public Stage Stage { get; init; }

    /// <summary>A second sentence; may be empty.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The set that it is about, or null.</summary>
    public SetRow? Set { get; init; }

    /// <summary>The people who have to act, where it isn't the office.</summary>
    public IReadOnlyList<NeedPerson> People { get; init; } = [];

    /// <summary>What a reminder asks them for: the rest of "We still need from you: …".</summary>
    public string Ask { get; init; } = "";

    /// <summary>Where the office mends it, below the programme's address, or null.</summary>
    public string? Where { get; init; }

    /// <summary>What the link there is called.</summary>
    public string Verb { get; init; } = "";

    /// <summary>What it stands for in the figure: whether it is there.</summary>
    public NeedState State => Text.Length == 0 ? NeedState.Done : Over is null ? NeedState.Open : NeedState.Overridden;

    /// <summary>The override that holds now, or null.</summary>
    public OverrideRow? Over { get; init; }

    /// <summary>When its people were last reminded (UTC), or null.</summary>
    public string? NudgedAt { get; init; }

    /// <summary>Whether it waits for this sponsor, who does it where the office would see to it.</summary>
    public bool Waits(long? person) => Who == Doer.Sponsor && State == NeedState.Open && Where is not null && People.Any(one => one.Id == person);

    /// <summary>The sentence without marks.</summary>
    public string Plain => Text.Replace("{set}", Set?.Name ?? "", StringComparison.Ordinal);
}

/// <summary>A sort of need, told in one line where all, or some, of it is there.</summary>
/// <param name="Name">The sort.</param>
/// <param name="All">The sentence where nothing is missing; {n} is how many there are.</param>
/// <param name="Some">The sentence about those that are there; {done} of {n}.</param>
public sealed record NeedGroup(string Name, string All, string Some);
