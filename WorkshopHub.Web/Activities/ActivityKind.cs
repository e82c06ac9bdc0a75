using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities;

/// <summary>What most people do during an activity; the day's ruler is drawn from it.</summary>
public enum Doing
{
    /// <summary>One person talks to all.</summary>
    Talk,

    /// <summary>People talk with each other, phones down.</summary>
    Conversation,

    /// <summary>People write on their phones.</summary>
    Phones,

    /// <summary>Break or lunch.</summary>
    Rest,
}

/// <summary>How a wall that follows the activity is laid out.</summary>
public enum WallLayout
{
    /// <summary>The kind's own _Wall.cshtml.</summary>
    Own,

    /// <summary>A column a set, from <see cref="ActivityKind.BoardOf"/>.</summary>
    Columns,

    /// <summary>The newest posts, from <see cref="ActivityKind.BoardOf"/>.</summary>
    Mosaic,

    /// <summary>How to join: the code and who is here.</summary>
    Join,
}

/// <summary>
/// A kind of activity. Each stands in a folder of its own under Activities with its settings, queries and partials
/// (_Phone, _Settings, _Report; _Wall where its layout is its own; _Control where the facilitator has work with it).
/// Kinds are found by a scan of the assembly and asked; nothing outside the folder knows a kind by name.
/// </summary>
public abstract class ActivityKind
{
    /// <summary>The word that the file keeps: lower case, hyphens.</summary>
    public abstract string Key { get; }

    /// <summary>What facilitators call it.</summary>
    public abstract string Name { get; }

    /// <summary>One line for the agenda editor: what happens, and what comes of it.</summary>
    public abstract string Description { get; }

    /// <summary>Name of its icon in the sprite.</summary>
    public abstract string Icon { get; }

    /// <summary>What most people do during this activity.</summary>
    public abstract Doing DoingOf(Activity activity);

    /// <summary>What an agenda calls an item of this kind: its name, or a word for what people do where the kind says little.</summary>
    public virtual string NameFor(Doing doing) => Name;

    /// <summary>
    /// What an item may do with an activity of this kind: Run it (again, to go on with it), Reveal what was answered,
    /// Review it. Items can take it up later only where there is more than Run.
    /// </summary>
    public virtual IReadOnlyList<ItemAct> Acts(Activity activity) =>
        DoingOf(activity) == Doing.Phones ? [ItemAct.Run, ItemAct.Reveal, ItemAct.Review] : [ItemAct.Run];

    /// <summary>Whether several people speak in turn, so that a long talk is not one person's.</summary>
    public virtual bool SeveralSpeak(Activity activity) => false;

    /// <summary>Whether phones of a role take part now; others listen.</summary>
    public virtual bool IsFor(Activity activity, Role role) => activity.IsFor(role);

    /// <summary>Whether phones of a role that does not take part read along what the others write.</summary>
    public virtual bool ReadsAlong(Activity activity, Role role) => false;

    /// <summary>What stands on top of a phone: what people are asked, or what this is.</summary>
    public virtual string HeadingOf(Activity activity) => activity.Question;

    /// <summary>Settings of a new activity of this kind, as JSON.</summary>
    public abstract string NewSettings { get; }

    /// <summary>The model of _Settings.cshtml for stored or new settings.</summary>
    public abstract object SettingsOf(string json);

    /// <summary>Reads the kind's own fields of the agenda form.</summary>
    public abstract SettingsForm ReadSettings(IFormCollection form);

    /// <summary>What people give here, as the table of rights has it: a wall shows no more of it than that says.</summary>
    public virtual Artefact Holds => Artefact.Room;

    /// <summary>How a wall that follows is laid out.</summary>
    public virtual WallLayout LayoutOf(Activity activity) => WallLayout.Own;

    /// <summary>
    /// What stands on a wall in columns or as a mosaic; null where there is nothing of that sort. A wall that shows some sets
    /// names them (0: everybody without one).
    /// </summary>
    public virtual WallBoard? BoardOf(Reads reads, Activity activity, IReadOnlyList<long>? only = null) => null;

    /// <summary>What walls turn through in a break after it; null where there is nothing that the room may read.</summary>
    public virtual LookBack? LookBackOf(Reads reads, Activity activity) =>
        BoardOf(reads, activity) is { Revealed: true, Newest.Count: > 0 } board
            ? new LookBack(activity.Question, FormattableString.Invariant($"mosaic-{activity.Id}"), board.CardPartial, board.Newest) : null;

    /// <summary>What people wrote, put together into themes; null where nothing has been put together.</summary>
    public virtual WallThemes? ThemesOf(Reads reads, Activity activity) => null;

    /// <summary>The kind's own part of the wall's model (StageContext.Model).</summary>
    public virtual object? WallModel(Reads reads, Activity activity) => null;

    /// <summary>The kind's own part of the phone's model, the same for everybody (StageContext.Model).</summary>
    public virtual object? PhoneModel(Reads reads, Activity activity) => null;

    /// <summary>The model of _Control.cshtml; null where the facilitator has nothing to do with it.</summary>
    public virtual object? ControlModel(Reads reads, Activity activity, string tab) => null;

    /// <summary>Whether what people sent is still sorted once the workshop is over; what only runs an activity is not shown then.</summary>
    public virtual bool IsSortedAfterwards => false;

    /// <summary>
    /// What this person has under the field: what they wrote and what their set may see. The model of _Feed.cshtml;
    /// null where there is nothing of that sort.
    /// </summary>
    public virtual object? FeedModel(Reads reads, Activity activity, Seat seat) => null;

    /// <summary>
    /// What an advisor of several sets reads of another one under what stands with their own. The seat is that of the other
    /// set. The model of _Beside.cshtml; null where there is nothing of that sort.
    /// </summary>
    public virtual object? BesideModel(Reads reads, Activity activity, Seat seat) => null;

    /// <summary>
    /// This person's answers to other activities of the workshop that still wait for somebody, newest first: asked in late,
    /// hidden, to be written anew. The models of _Own.cshtml.
    /// </summary>
    public virtual IReadOnlyList<object> OpenEnds(Reads reads, long? activityNow, Seat seat) => [];

    /// <summary>
    /// Anonymous answers in a workshop, found by the secrets that only their phone holds, newest first: all of the activity
    /// now, and of others those that still wait for somebody. The models of _Own.cshtml.
    /// </summary>
    public virtual IReadOnlyList<object> HeldBy(Reads reads, long workshop, long? activityNow, IReadOnlyList<string> secrets) => [];

    /// <summary>The author's own view of an answer that was just taken, as partial and model; null where there is none.</summary>
    public virtual (string Partial, object Model)? OwnOf(Reads reads, Answer answer) => null;

    /// <summary>
    /// One's own answer, to change it in _Edit.cshtml: the secret shows that an anonymous one is this phone's. Null where it
    /// is not of this kind or not this person's.
    /// </summary>
    public virtual (Activity Activity, IFormCollection Fields, long Version)? EditOf(Reads reads, string answerId, Seat seat, string? secret) => null;

    /// <summary>Takes an answer inside the writer's command, with the rows as they are now.</summary>
    public virtual Answered Accept(Writes writes, Activity activity, Answer answer) =>
        Answered.Refused("There is nothing to send here just now.");

    /// <summary>Tells the open screens of an accepted answer; called after the commit.</summary>
    public virtual void Announce(Activity activity, Answer answer)
    {
    }

    /// <summary>Tells the open screens that the activity has been opened, closed or reopened; called after the commit.</summary>
    public virtual void AnnounceState(Activity activity)
    {
    }

    /// <summary>The name modes that it can keep; the first is that of a new activity.</summary>
    public virtual IReadOnlyList<NameMode> NameModes => [NameMode.Named, NameMode.SetOnly, NameMode.Anonymous, NameMode.Private];

    /// <summary>The moments at which it can show answers; the first is that of a new activity.</summary>
    public virtual IReadOnlyList<Reveal> Reveals => [Reveal.Live, Reveal.AfterClose, Reveal.Never];

    /// <summary>What it lacks to work, as a warning beside the agenda (e.g. no posts before it to put dots on); null for nothing.</summary>
    public virtual string? Lacks(Reads reads, Activity activity) => null;

    /// <summary>The model of _Report.cshtml, the result as it may be read by everybody who was in the room; null for nothing.</summary>
    public virtual object? ReportModel(Reads reads, Activity activity) => activity;

    /// <summary>What it found out that the outcome report tells, by the same query as its wall; null for nothing.</summary>
    public virtual Finding? FindingOf(Reads reads, Activity activity) => null;

    /// <summary>What was said in words that everybody who was in the room may read, for the summary's search and filters.</summary>
    public virtual IReadOnlyList<Said> SaidIn(Reads reads, Activity activity) => [];

    /// <summary>What one person said, also what only they may read; never anonymous answers.</summary>
    public virtual IReadOnlyList<Said> SaidBy(Reads reads, Activity activity, long person) => [];

    /// <summary>What came to each set and may be read in the room, for a later activity that builds on it.</summary>
    public virtual IReadOnlyList<Received> ReceivedIn(Reads reads, Activity activity) => [];

    /// <summary>What it has for this person outside the room: something to write beforehand, something that was kept.</summary>
    public virtual IReadOnlyList<OwnLink> OwnLinks(Reads reads, Activity activity, long person) => [];

    /// <summary>The facilitator's export: a table of what the room may read; what is private stands as counts.</summary>
    public virtual ActivitySheet? SheetOf(Reads reads, Activity activity) => null;

    /// <summary>The fields of an answer that was given on paper; empty where the facilitator may not enter it.</summary>
    public virtual IReadOnlyList<PaperField> PaperFields(Reads reads, Activity activity) => [];

    /// <summary>
    /// Whether people may use a tablet on their set's table for it: never for what is anonymous or private, nor for what only a
    /// known person may do.
    /// </summary>
    public virtual bool FitsTable(Activity activity) => false;

    /// <summary>
    /// What a tablet shows under the field, where the field does not hold the whole answer: the model of _Feed.cshtml for a seat
    /// of the set that is nobody in particular, so that nothing stands there that somebody wrote elsewhere. Null for nothing.
    /// </summary>
    public virtual object? TableModel(Reads reads, Activity activity, Seat seat) => null;

    /// <summary>Whether there is something to send now.</summary>
    public virtual bool TakesAnswers(Activity activity) => activity.State == ActivityState.Open;

    /// <summary>Whether a wall has said that it shows this answer; null where walls don't say so.</summary>
    public virtual bool? IsOnWall(Reads reads, string answerId) => null;

    /// <summary>Fields of an answer that an invented person gives in a rehearsal; null where they have nothing to send.</summary>
    public virtual IReadOnlyDictionary<string, string>? Invent(Reads reads, Activity activity, Seat seat, Random chance) => null;

    /// <summary>
    /// Whether closing carries its result over, so that an answer that comes later (from paper) changes what was carried. False
    /// where a decision of its own does it.
    /// </summary>
    public virtual bool CarriesAtClose => true;

    /// <summary>
    /// Takes the result where it is needed: called inside the writer's command when the activity closes, and again when
    /// it closes after it was reopened; by then everything it had carried stands as undone.
    /// </summary>
    public virtual void CarryOver(Writes writes, Activity activity)
    {
    }

    /// <summary>Puts back what stood there before one thing was carried over; inside the writer's command.</summary>
    public virtual void PutBack(Writes writes, Carried carried)
    {
    }

    /// <summary>In a copy that is played with, where one may sit on anybody's chair: takes out what only some may read.</summary>
    public virtual void Forget(Writes writes)
    {
    }

    /// <summary>Path of one of the kind's partials, e.g. Partial("Phone").</summary>
    public string Partial(string name) => $"~/Activities/{GetType().Namespace!.Split('.')[^1]}/_{name}.cshtml";
}
