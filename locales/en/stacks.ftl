# Stacks: badges that belong together

stacks-lead = Badges that belong together, for one job or one course.
stacks-new = New stack
stacks-empty = No stack yet
stacks-empty-text = Put badges together that belong together, for example all you need for one job. A badge can be in several stacks.
stacks-count = { $count ->
    [0] No badge yet
    [one] { $count } badge
   *[other] { $count } badges
 }
stacks-more = What about micro-degrees?
stacks-more-text = Badgefolio does not check the rules of a micro-degree yet. A stack shows what belongs together and how many hours that makes.

stack-name = Name of the stack
stack-name-hint = For example: “Ready for the warehouse”.
stack-name-missing = A stack needs a name, so that you find it again.
stack-description = What it is for
stack-description-hint = One or two sentences. They go out with the stack.
stack-make = Make the stack
stack-made = Stack made
stack-save = Save
stack-cancel = Cancel
stack-edit = Change name and text
stack-delete = Delete the stack
stack-delete-title = Delete “{ $name }”?
stack-delete-text = Only the stack goes. Its badges stay in your backpack.
stack-deleted = Stack deleted
stack-keep = Keep it
stack-acts = More for this stack
stack-badges = Badges in this stack
stack-add = Add badges
stack-add-title = Which badges?
stack-add-do = { $count ->
    [0] Add
    [one] Add { $count } badge
   *[other] Add { $count } badges
 }
stack-added = Added to the stack
stack-none = Nothing in it yet
stack-none-text = Add badges from your backpack. You can bring them into any order.
stack-up = Move { $name } up
stack-down = Move { $name } down
stack-out = Take { $name } out of the stack
stack-drag = Drag { $name }
stack-taken-out = { $name } is no longer in the stack
stack-undo = Put it back
stack-moved = { $name }, { $at } of { $count }
stack-hand-out = Hand out
stack-sum = { $count ->
    [one] { $count } badge, { $hours } of learning
   *[other] { $count } badges, { $hours } of learning
 }
