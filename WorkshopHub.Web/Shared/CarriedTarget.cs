namespace WorkshopHub.Web.Shared;

/// <summary>Who may read what was carried over, beside those whom it names.</summary>
public enum CarriedFor
{
    /// <summary>Everybody who has a part in the programme.</summary>
    Everybody,

    /// <summary>The set that it belongs to, and its advisor; nobody else, not even the facilitator.</summary>
    Set,

    /// <summary>Whoever runs the programme.</summary>
    Office,
}

/// <summary>What the result of an activity became elsewhere, as people say it.</summary>
/// <param name="Name">The word that the file keeps.</param>
/// <param name="Phrase">What it is, e.g. "The set’s name".</param>
/// <param name="Back">What undoing it does; {0} is what stood there before, or the words.</param>
/// <param name="For">Who may read it.</param>
/// <param name="Again">Whether it can be carried over again at once when undone by mistake.</param>
public sealed record CarriedTarget(string Name, string Phrase, string Back, CarriedFor For = CarriedFor.Everybody, bool Again = true)
{
    private static readonly CarriedTarget[] _known =
    [
        new("SetName", "The set’s name", "The set is called “{0}” again, on walls, phones and lists.", Again: false),
        new("SetProblem", "The set’s problem", "The set gives its problem back, and the choice with its reason is taken out of the file.", Again: false),
        new("ProposedProblem", "Proposed problem", "“{0}” leaves the list of problems, unless somebody has worked on it since.", Again: false),
        new("SetQuestion", "Open question to the set", "The question leaves the set’s page. It stays in this summary."),
        new("ProblemQuestion", "Open question about a problem", "The question leaves the page of problems. It stays in this summary."),
        new("FirstQuestion", "First question of the set", "The question leaves the set’s page.", CarriedFor.Set),
        new("Action", "Action for the set meeting", "The action leaves the set’s page and its owner’s page. Its owner’s words stay with them."),
        new("Commitment", "Commitment", "It leaves the lists of what people said they will do. Its owner’s words stay with them."),
        new("SetMeeting", "Date of a set meeting", "The date leaves the set’s page."),
        new("Goal", "Developmental goal", "It leaves its owner’s page."),
        new("ProgressNote", "Progress note", "The note leaves the set’s page. What was presented stays."),
        new("Learning", "Learning that we keep", "It is no longer marked as one that we keep. The post stays."),
        new("Match", "Help that was agreed", "It leaves the lists of what is to be looked at next time. The match itself stays."),
        new("Request", "Request that nobody has met yet", "It leaves the lists of what is to be looked at next time. The request itself stays."),
        new("DoorRequest", "Door that the set asked for", "It leaves the pages of the set and of who was asked. The request itself stays."),
        new("Decision", "The sponsor’s answer", "It leaves the set’s page. The answer itself stays with the report."),
        new("Volunteer", "Would be an advisor or an expert", "The name leaves the programme’s list of volunteers.", CarriedFor.Office),
    ];

    /// <summary>What a target is; one that nobody has described yet is told by its own words.</summary>
    public static CarriedTarget Of(string name) => Array.Find(_known, one => one.Name == name) ?? new CarriedTarget(
        name, string.Concat(name.Select((sign, at) => at > 0 && char.IsUpper(sign) ? $" {char.ToLowerInvariant(sign)}" : $"{sign}")),
        "It no longer stands where it was taken.", CarriedFor.Set);

    /// <summary>Names of the targets that only some may read.</summary>
    public static IReadOnlyList<string> Only(CarriedFor whom) => [.. _known.Where(one => one.For == whom).Select(one => one.Name)];

    /// <summary>What undoing does, with what stood there before.</summary>
    public string BackWith(string? before, string words) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Back, string.IsNullOrEmpty(before) || before == "there" ? words : before);
}
